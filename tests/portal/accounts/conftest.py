"""An issuer, and no limit left over from another test."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from pytest_django.fixtures import Settings

from tests.portal.accounts.issuer import Issuer, running


@pytest.fixture(autouse=True)
def _no_limits_left() -> None:
    cache.clear()


@pytest.fixture
def issuer(settings: Settings) -> Iterator[Issuer]:
    """The issuer that the portal is configured for."""
    with running() as issuer:
        settings.DIGID_ISSUER = issuer.address
        settings.DIGID_CLIENT_ID = issuer.client_id
        yield issuer
