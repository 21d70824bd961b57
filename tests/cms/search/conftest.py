"""What there is to search in: the demo municipality's own pages, or a small site."""

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from cms.models import HomePage
from cms.search import live
from cms.search.index import SearchIndex
from portal.demo.content.pages import load_pages
from tests.cms.factories import (
    answer_page,
    answers_page,
    contact_page,
    home_page,
    life_event_page,
    publish_catalogue,
    topic_page,
)
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


@pytest.fixture
def home(db: None) -> HomePage:
    publish_catalogue()
    home = home_page()
    topic_page(home, keywords="deurwaarder\nniet rondkomen")
    life_event_page(home)
    contact_page(home)
    answer_page(answers_page(home))
    return home
