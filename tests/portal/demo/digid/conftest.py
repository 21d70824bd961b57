"""One simulator for all tests here, which the portal is configured for."""

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from tests.portal.demo.digid import simulator


@pytest.fixture(scope="session")
def process() -> Iterator[str]:
    """The address of a running simulator."""
    with simulator.running() as address:
        yield address


@pytest.fixture
def digid(process: str, settings: Settings) -> str:
    """The same, and the portal trusts it."""
    settings.DIGID_ISSUER = process
    settings.DIGID_CLIENT_ID = "voordeur"
    settings.DIGID_CLIENT_SECRET = simulator.SECRET
    return process
