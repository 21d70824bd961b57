"""What is planned for later is public nowhere before its moment, in no language."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet
from wagtail_localize.models import LocaleSynchronization
from wagtail_localize.synctree import create_aliases_for_new_page

from cms.models import NewsIndexPage, NewsPage, StandardPage, TopicPage
from tests.cms.factories import (
    TEXT,
    answer_page,
    answers_page,
    contact_page,
    home_page,
    life_event_page,
    news_pages,
    publish_catalogue,
    topic_page,
)

pytestmark = pytest.mark.django_db

LANGUAGES: Final = ("en", "ar", "uk")
LISTS: Final = ("", "vragen/", "nieuws/", "zoeken/?q=embargo")
WORD: Final = "Embargo"
NOT_YET: Final = {"title": WORD, "slug": "embargo", "live": False}


def a_topic() -> Page:
    return topic_page(home_page(), **NOT_YET)


def a_life_event() -> Page:
    return life_event_page(home_page(), **NOT_YET)


def an_answer() -> Page:
    return answer_page(answers_page(home_page()), **NOT_YET)


def a_contact_page() -> Page:
    return contact_page(home_page(), **NOT_YET)


def a_text() -> Page:
    page = StandardPage(introduction="Er is iets.", body=TEXT, **NOT_YET)
    home_page().add_child(instance=page)
    return page


def news() -> Page:
    news_pages(home_page())
    page = NewsPage(introduction="Er is nieuws.", body=TEXT, **NOT_YET)
    NewsIndexPage.objects.get(alias_of=None).add_child(instance=page)
    return page


@pytest.fixture(autouse=True)
def trees() -> None:
    """A tree per language, which follows the Dutch one."""
    publish_catalogue()
    dutch, _ = Locale.objects.get_or_create(language_code="nl")
    for code in LANGUAGES:
        locale, _ = Locale.objects.get_or_create(language_code=code)
        LocaleSynchronization.objects.get_or_create(locale=locale, sync_from=dutch)


@pytest.mark.parametrize("make", [a_topic, a_life_event, an_answer, a_contact_page, a_text, news])
def test_a_planned_page_is_public_in_every_language_on_its_moment_and_not_before(
    make: Callable[[], Page], client: Client
) -> None:
    page = make()
    create_aliases_for_new_page(page)
    plan(page)
    assert everywhere(page).count() == len(LANGUAGES) + 1
    assert not everywhere(page).live().exists()
    for each in everywhere(page):
        assert client.get(each.get_url()).status_code == 404
    assert not [path for path in lists() if WORD in client.get(path).content.decode()]

    let_the_moment_come(page)
    assert everywhere(page).live().count() == len(LANGUAGES) + 1


def test_a_change_planned_for_a_live_page_changes_no_copy() -> None:
    page = topic_page(home_page(), title="Schuldhulp")
    create_aliases_for_new_page(page)
    page.save_revision().publish()
    page = TopicPage.objects.get(pk=page.pk)
    page.title = WORD
    plan(page)
    assert set(everywhere(page).values_list("title", flat=True)) == {"Schuldhulp"}


def plan(page: Page) -> None:
    """As somebody who may publish does, with a moment in the future."""
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()


def let_the_moment_come(page: Page) -> None:
    past = timezone.now() - timedelta(minutes=1)
    revision = page.revisions.get(approved_go_live_at__isnull=False)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    call_command("publish_scheduled", verbosity=0)


def everywhere(page: Page) -> PageQuerySet:
    return Page.objects.filter(translation_key=page.translation_key)


def lists() -> list[str]:
    """Where pages are told of, in Dutch and in a tree that follows; what others read."""
    prefixes = ("/", "/en/")
    pages = [f"{prefix}{path}" for prefix in prefixes for path in LISTS]
    return [*pages, "/sc.xml", "/sitemap.xml", "/nieuws.rss"]
