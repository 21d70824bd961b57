"""The site with its pages."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from portal.demo.content.pages import load_pages
from tests.migrated import once

NOW = datetime(2026, 11, 21, 22, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def loaded_pages(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The pages, for all tests of a module; each test undoes only what it changed."""
    with django_db_blocker.unblock(), transaction.atomic():
        once("pages", lambda: load_pages(now=NOW))
        yield
        transaction.set_rollback(True)


@pytest.fixture
def site(loaded_pages: None, db: None) -> None:
    """Everything a visitor can read."""
