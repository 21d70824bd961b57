"""A published catalogue, and residents at the door."""

from collections.abc import Iterator

import pytest
from django.test import Client

from intake.prefill.sources import sources
from portal.accounts.models import User
from tests import intakes
from tests.intake.wizard.factories import Register
from tests.portal.accounts.factories import digid_resident, sign_in
from tests.portal.accounts.factories import resident as mail_account


@pytest.fixture(autouse=True)
def _published(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        intakes.published()


@pytest.fixture
def resident(client: Client) -> User:
    """Logged in with DigiD; `client` is their browser."""
    user = digid_resident()
    sign_in(client, user, digid=True)
    return user


@pytest.fixture
def mail_resident(client: Client) -> User:
    """Logged in with an e-mail address; `client` is their browser."""
    user = mail_account()
    sign_in(client, user)
    return user


@pytest.fixture
def register() -> Iterator[Register]:
    """The one source of register data, which the test fills."""
    registered = dict(sources._sources)
    sources._sources.clear()
    register = Register()
    sources.register("BRP", register)
    yield register
    sources._sources.clear()
    sources._sources.update(registered)
