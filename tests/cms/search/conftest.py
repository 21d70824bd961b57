"""The demo municipality's own pages, to search in."""

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from cms.search import live
from cms.search.index import SearchIndex
from portal.demo.content.pages import load_pages
from tests.cms.factories import publish_catalogue
from tests.cms.moments import NOW
from tests.migrated import once


def load() -> None:
    """Topics, and the pages about them."""
    publish_catalogue()
    load_pages(now=NOW)


@pytest.fixture(scope="package")
def demo_index(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> SearchIndex:
    """What a resident of Zeventerpen can find, read from the database once."""
    with django_db_blocker.unblock(), transaction.atomic():
        once("search", load)
        index = live.search_index("nl")
        transaction.set_rollback(True)
    return index
