"""While somebody translates a page, it says what of it is still Dutch."""

from http import HTTPStatus

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments.extract import extract_segments

from cms import translating
from cms.models import LifeEventPage, TopicPage
from tests.cms.colleagues import colleague, sign_in
from tests.cms.factories import (
    answer_page,
    answers_page,
    home_page,
    life_event_page,
    municipality_data,
    publish_catalogue,
    topic_page,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> TopicPage:
    """A Dutch topic page, with an alias in the English tree."""
    publish_catalogue()
    municipality_data()
    home = home_page()
    page = topic_page(home, search_description="Samen een plan.")
    english, _ = Locale.objects.get_or_create(language_code="en")
    home.copy_for_translation(english)
    Page.objects.filter(locale=english, depth=2).update(live=True)
    page.copy_for_translation(english, alias=True)
    return page


@pytest.mark.parametrize("group", ["Redacteuren", "Beheerders"])
def test_an_editor_sends_a_page_for_translation(
    client: Client, page: TopicPage, group: str
) -> None:
    sign_in(client, colleague(group))
    english = Locale.objects.get(language_code="en")
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert client.get(address).status_code == HTTPStatus.OK
    answer = client.post(address, {"locales": [english.pk]})
    assert answer.status_code == HTTPStatus.FOUND
    assert Translation.objects.filter(target_locale=english, enabled=True).exists()


def test_what_nobody_translated_yet_is_marked_as_dutch(client: Client, page: TopicPage) -> None:
    sent_for_translation(page)
    shown = english(client)
    assert shown.select_one("[data-dutch-only]") is not None
    assert words(shown)["lang"] == "nl"
    assert '"inLanguage": "nl"' in str(shown.head)
    assert shown.select("link[hreflang=en][rel=alternate]") == []
    for feed in ("/sc.xml", "/sitemap.xml"):
        assert "/en/schuldhulp/" not in client.get(feed).text


def test_a_page_of_which_the_most_is_translated_says_that_a_part_is_not(
    client: Client, page: TopicPage
) -> None:
    translation = sent_for_translation(page)
    translate(translation, but=1)
    shown = english(client)
    assert shown.select_one("[data-dutch-only]") is None
    assert shown.select_one("[data-partly-dutch]") is not None
    assert shown.h1 is not None
    assert not shown.h1.find_parents(lang="nl")
    assert there().get_url() not in client.get("/sc.xml").text


def test_a_page_that_is_translated_whole_says_nothing(client: Client, page: TopicPage) -> None:
    translate(sent_for_translation(page), but=0)
    shown = english(client)
    assert shown.select_one("[data-dutch-only], [data-partly-dutch]") is None
    assert '"inLanguage": "en"' in str(shown.head)
    assert there().get_url() in client.get("/sc.xml").text


def test_words_that_are_not_published_yet_count_as_dutch(page: TopicPage) -> None:
    translation = sent_for_translation(page)
    give_words(translation, but=0)
    assert list(translating.unfinished().values()) == [True]


def test_the_topics_of_a_page_are_no_words_to_translate(page: TopicPage) -> None:
    home = page.get_parent()
    told = [
        page,
        life_event_page(home),
        answer_page(answers_page(home)),
    ]
    paths = {segment.path for each in told for segment in extract_segments(each)}
    assert "title" in paths
    assert not paths & {"topic_key", "topic_keys"}
    assert LifeEventPage.objects.exists()


def there() -> TopicPage:
    """The English page, whatever its address became."""
    found: TopicPage = TopicPage.objects.get(locale__language_code="en")
    return found


def sent_for_translation(page: TopicPage) -> Translation:
    """As wagtail-localize does when an editor sends it; everything is Dutch still."""
    source, _ = TranslationSource.update_or_create_from_instance(page)
    target = Locale.objects.get(language_code="en")
    translation: Translation = Translation.objects.create(source=source, target_locale=target)
    published(translation)
    return translation


def translate(translation: Translation, *, but: int) -> None:
    """Give all pieces English words, but for some, and publish that."""
    give_words(translation, but=but)
    published(translation)


def published(translation: Translation) -> None:
    """The page with the words of now; it goes live, and is told, once that is committed."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target()


def give_words(translation: Translation, *, but: int) -> None:
    pieces = StringSegment.objects.filter(source=translation.source)
    for piece in pieces[: pieces.count() - but]:
        StringTranslation.objects.create(
            translation_of=piece.string,
            context=piece.context,
            locale=translation.target_locale,
            data=f"English {piece.pk}",
        )


def english(client: Client) -> BeautifulSoup:
    return BeautifulSoup(client.get(there().get_url()).content, "html.parser")


def words(shown: BeautifulSoup) -> Tag:
    """The nearest element around the title that says a language."""
    found = shown.select_one("main h1")
    assert found is not None
    around = found.find_parent(lang=True)
    assert around is not None
    return around


def test_the_pages_of_a_translation_need_no_script_that_the_policy_refuses(
    client: Client, page: TopicPage
) -> None:
    sign_in(client, colleague("Beheerders"))
    send = client.get(reverse("wagtail_localize:submit_page_translation", args=[page.pk]))
    sent_for_translation(page)
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[there().pk]))
    assert "js-translation-editor" in edit.text
    for shown in (send, edit):
        scripts = BeautifulSoup(shown.content, "html.parser").select("script:not([src])")
        inline = [each for each in scripts if not each.get("nonce")]
        assert [each for each in inline if each.get("type") in (None, "text/javascript")] == []
        assert "cms/translating.js" in shown.text
