"""The page of results and the suggestions, over the pages of a small site."""

import logging
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Locale, Page, PageViewRestriction

from cms.models import HomePage
from cms.search import stemming
from tests.cms.factories import (
    home_page,
    publish_catalogue,
)
from tests.cms.outline import Outline
from tests.cms.search.site import page, results


def test_the_same_results_in_the_same_order_on_every_database(home: HomePage) -> None:
    assert results("schuldhulp")[:2] == ["/schuldhulp/", "/vragen/kost-schuldhulp-geld/"]
    assert results("partner gevallen")[0] == "/gevallen/"
    assert results("deurwaarder")[0] == "/schuldhulp/"


def test_a_topic_without_a_page_leads_to_its_intake(home: HomePage) -> None:
    assert results("jeugdhulp")[0] == "/intake/?onderwerp=jeugdhulp"


def test_a_result_says_what_it_is_and_marks_the_words(home: HomePage) -> None:
    html = page("schuldhulp")
    assert "<mark>Schuldhulp</mark>" in html
    assert "<mark>en</mark>" not in page("schuldhulp en geld")
    assert "Onderwerp" in html
    assert "Vraag en antwoord" in html
    assert "/intake/?onderwerp=schuldhulp" in html
    assert Outline(html).skips_no_level


def test_several_topics_are_offered_together(home: HomePage) -> None:
    html = page("partner gevallen, schoonmaken en drempels weg")
    assert "Wij denken dat dit past" in html
    assert 'value="huishoudelijke-hulp"' in html
    assert 'value="woningaanpassing"' in html


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_what_was_typed_is_shown_safely(home: HomePage, query: str) -> None:
    html = page(query)
    assert "<script>alert" not in html
    assert "<img src=x" not in html


def test_nothing_found_leads_to_topics_and_a_person(home: HomePage) -> None:
    html = page("xqzwv")
    assert "Wij hebben niets gevonden" in html
    assert "bel ons of kom langs" in html
    assert "/schuldhulp/" in html


def test_without_a_query_the_page_is_friendly(home: HomePage) -> None:
    html = page("")
    assert "niets gevonden" not in html
    assert "Typ wat er aan de hand is" in html


def english(home: HomePage) -> Page:
    """The home page in English, and below it the Dutch page about debts."""
    locale, _made = Locale.objects.get_or_create(language_code="en")
    translated = home.copy_for_translation(locale)
    translated.save_revision().publish()
    home.get_children().get(slug="schuldhulp").specific.copy_for_translation(locale, alias=True)
    return translated


def test_in_another_language_a_topic_is_found_by_its_name_there(home: HomePage) -> None:
    english(home)
    response = Client().get("/en/zoeken/", {"q": "debts"})
    first = response.context["found"].results[0]
    assert first.url == "/en/schuldhulp/"
    assert (first.language, first.leads_to) == ("", "nl")
    assert "Schuldhulp" not in first.title
    html = response.content.decode()
    assert "results__language" in html


def test_dutch_words_find_dutch_pages_in_another_language(home: HomePage) -> None:
    english(home)
    response = Client().get("/en/zoeken/", {"q": "deurwaarder"})
    assert [each.url for each in response.context["found"].results] == ["/en/schuldhulp/"]


@pytest.mark.parametrize(
    ("language", "query"), [("ar", "الديون"), ("uk", "борги"), ("en", "wheelchair")]
)
def test_a_language_without_pages_still_finds_every_topic(
    db: None, language: str, query: str
) -> None:
    home_page()
    publish_catalogue()
    found = Client().get(f"/{language}/zoeken/", {"q": query}).context["found"]
    assert f"/{language}/intake/?onderwerp=" in found.results[0].url
    assert found.results[0].leads_to == ""


def test_a_page_in_dutch_is_not_said_to_be_so_in_dutch(home: HomePage) -> None:
    assert "results__language" not in page("schuldhulp")


def test_what_is_for_colleagues_is_never_found(home: HomePage) -> None:
    assert results("verbind") == []


@pytest.mark.parametrize("act", ["publish", "unpublish", "move", "delete", "make private"])
def test_what_editors_change_is_found_at_once(
    home: HomePage, act: str, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    event = home.get_children().get(slug="gevallen").specific
    before = results("gevallen")
    with django_capture_on_commit_callbacks(execute=True):
        if act == "publish":
            event.title = "Iemand viel van de trap"
            event.slug = "trap"
            event.save_revision().publish()
        elif act == "unpublish":
            event.unpublish()
        elif act == "move":
            event.move(home.get_children().get(slug="contact"), pos="last-child")
        elif act == "delete":
            event.delete()
        else:
            PageViewRestriction.objects.create(page=event, restriction_type="login")
    assert "/gevallen/" in before
    assert "/gevallen/" not in results("gevallen")


def test_a_new_release_of_the_catalogue_is_found_at_once(db: None) -> None:
    home_page()
    assert results("jeugdhulp") == []
    publish_catalogue()
    assert results("jeugdhulp")[0] == "/intake/?onderwerp=jeugdhulp"


def test_suggestions_while_somebody_types(home: HomePage) -> None:
    response = Client().get(reverse("search_suggestions"), {"q": "schuldh"})
    first = response.json()["suggestions"][0]
    assert first == {
        "title": "Schuldhulp",
        "kind": "Onderwerp",
        "url": "/schuldhulp/",
        "lang": "nl",
    }
    assert Client().get(reverse("search_suggestions"), {"q": "s"}).json() == {"suggestions": []}


def test_a_query_stays_out_of_logs_caches_and_search_engines(
    home: HomePage, caplog: pytest.LogCaptureFixture
) -> None:
    written = StringIO()
    handler = logging.StreamHandler(written)
    logging.getLogger().addHandler(handler)
    try:
        with caplog.at_level(logging.DEBUG):
            response = Client().get(reverse("search"), {"q": "geheimwoord"})
            Client().get(reverse("search_suggestions"), {"q": "geheimwoord"})
    finally:
        logging.getLogger().removeHandler(handler)
    assert "/zoeken/" in written.getvalue()
    assert "geheimwoord" not in written.getvalue()
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "same-origin"


def test_nothing_of_a_query_is_remembered(home: HomePage) -> None:
    page("geheimwoord van schuldhulp")
    kept = {word for word, _language in stemming._OF_THE_SITE}
    assert "schuldhulp" in kept
    assert "geheimwoord" not in kept


def test_a_query_of_any_length_and_content_is_answered(home: HomePage) -> None:
    for query in ("schuld " * 5000, "\x00", "%", "💶", "a" * 10_000, "\u0627" * 300):
        assert page(query)


def test_only_reading(home: HomePage) -> None:
    assert Client().post(reverse("search"), {"q": "x"}).status_code == 405


@pytest.mark.parametrize("name", ["search", "intake:start"])
def test_there_is_a_field_to_search_in(home: HomePage, name: str) -> None:
    assert 'role="search"' in Client().get(reverse(name)).content.decode()


@pytest.mark.parametrize(("address", "status"), [("/", 200), ("/bestaat-niet/", 404)])
def test_home_and_a_missing_page_have_one_too(home: HomePage, address: str, status: int) -> None:
    response = Client().get(address)
    assert response.status_code == status
    assert 'role="search"' in response.content.decode()
