"""What leads residents in: life events, news, home, and a person when they find nothing."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from django.test import Client
from wagtail.models import Locale, Page, PageViewRestriction

from cms.models import HomePage, LifeEventPage, NewsPage, StandardPage, TopicPage
from cms.models.life_event import LifeEventPageForm
from cms.shown import shown
from cms.words import one_on_each_line, words_of
from tests.cms.factories import (
    TEXT,
    answer_page,
    answers_page,
    home_page,
    life_event_page,
    municipality_data,
    news_pages,
    publish_catalogue,
    topic_page,
)
from tests.cms.outline import Outline

DAYS = [date(2026, 11, 1), date(2026, 11, 20), date(2026, 10, 3), date(2026, 11, 7)]


def outline_of(client: Client, path: str) -> Outline:
    return Outline(client.get(path).content.decode())


def test_a_life_event_starts_one_intake_for_all_its_topics(client: Client) -> None:
    life_event_page(home_page())
    outline = outline_of(client, "/gevallen/")
    start = "/intake/?onderwerp=huishoudelijke-hulp&onderwerp=woningaanpassing"
    assert outline.links.count(start) == 2
    assert outline.skips_no_level


def test_home_leads_to_life_events_and_topics(client: Client) -> None:
    home = home_page()
    life_event_page(home)
    topic_page(home)
    links = outline_of(client, "/").links
    assert links.index("/gevallen/") < links.index("/schuldhulp/")


def test_home_shows_the_newest_news_first(client: Client) -> None:
    news_pages(home_page(), *DAYS)
    links = [link for link in outline_of(client, "/").links if "/nieuws/" in link]
    newest = ["2026-11-20", "2026-11-07", "2026-11-01"]
    assert links == [f"/nieuws/nieuws-{day}/" for day in newest]


def test_the_page_of_all_news_has_all_of_it(client: Client) -> None:
    news_pages(home_page(), *DAYS)
    outline = outline_of(client, "/nieuws/")
    assert len([link for link in outline.links if "/nieuws/nieuws-" in link]) == len(DAYS)
    assert outline.skips_no_level


def test_news_says_its_day(client: Client) -> None:
    news_pages(home_page(), DAYS[0])
    html = client.get("/nieuws/nieuws-2026-11-01/").content.decode()
    assert '<time datetime="2026-11-01">1 november 2026</time>' in html


def test_who_finds_nothing_is_led_to_a_person(client: Client) -> None:
    municipality_data()
    home = home_page()
    topic_page(home)
    life_event_page(home)
    answer_page(answers_page(home))
    for path in ("/schuldhulp/", "/gevallen/", "/vragen/", "/vragen/kost-schuldhulp-geld/"):
        html = client.get(path).content.decode()
        assert "Niet gevonden wat u zocht?" in html, path
        assert 'href="tel:140999"' in html
        assert "Terp 1" in html


def test_a_life_event_has_topics(db: None) -> None:
    publish_catalogue()
    form_class = modelform_factory(LifeEventPage, form=LifeEventPageForm, fields=["topic_keys"])
    assert set(form_class({}, instance=LifeEventPage()).errors) == {"topic_keys"}
    assert form_class({"topic_keys": ["schuldhulp"]}, instance=LifeEventPage()).is_valid()


def test_search_words_stand_on_lines_of_their_own() -> None:
    assert words_of("scootmobiel\n\n  trap  lift \n") == ["scootmobiel", "trap lift"]
    one_on_each_line("scootmobiel\ntraplift")


@pytest.mark.parametrize("wrong", ["scootmobiel, traplift", "pgb\nPGB", "woord" * 20])
def test_search_words_that_nobody_types_are_refused(wrong: str) -> None:
    with pytest.raises(ValidationError):
        one_on_each_line(wrong)


def test_search_words_are_not_shown(client: Client) -> None:
    topic_page(home_page(), keywords="deurwaarder")
    assert "deurwaarder" not in client.get("/schuldhulp/").content.decode()


def test_there_is_one_home_for_each_language(db: None) -> None:
    home = home_page()
    root = home.get_parent()
    assert not HomePage.can_create_at(root)
    Locale.objects.create(language_code="en")
    assert HomePage.can_create_at(root)


def test_pages_are_previewed_on_a_telephone_and_at_a_desk(db: None) -> None:
    widths = {size["name"]: size["device_width"] for size in TopicPage().preview_sizes}
    assert widths == {"phone": 360, "desk": 1280}


def test_every_kind_says_where_it_stands(db: None) -> None:
    kinds = {kind.__name__ for kind in HomePage.allowed_subpage_models()}
    assert kinds == {
        "TopicPage",
        "LifeEventPage",
        "AnswersPage",
        "NewsIndexPage",
        "ContactPage",
        "StandardPage",
    }
    assert [kind.__name__ for kind in NewsPage.allowed_parent_page_models()] == ["NewsIndexPage"]


def deep_page() -> StandardPage:
    topic = topic_page(home_page())
    page = StandardPage(title="Meer", slug="meer", introduction="Meer.", body=TEXT)
    topic.add_child(instance=page)
    return page


@pytest.mark.parametrize("path", ["/meer/", "/schuldhulp/anders/", "/anders/meer/"])
def test_a_page_is_found_by_its_whole_address_only(client: Client, path: str) -> None:
    deep_page()
    assert client.get("/schuldhulp/meer/").status_code == 200
    assert client.get(path).status_code == 404


def test_a_page_that_is_not_live_is_not_found_at_any_depth(client: Client) -> None:
    deep_page().unpublish()
    assert client.get("/schuldhulp/meer/").status_code == 404


@pytest.mark.parametrize("above", ["self", "parent", "grandparent", "the page it follows"])
def test_a_restriction_holds_for_all_that_is_below(client: Client, above: str) -> None:
    page = deep_page()
    parent = page.get_parent()
    restricted: dict[str, Page] = {
        "self": page,
        "parent": parent,
        "grandparent": parent.get_parent(),
        "the page it follows": page,
    }
    PageViewRestriction.objects.create(page=restricted[above], restriction_type="login")
    path = "/schuldhulp/meer/"
    if above == "the page it follows":
        page.create_alias(update_slug="ook-meer", parent=parent)
        path = "/schuldhulp/ook-meer/"
    assert client.get(path).status_code == 302
    assert page not in shown(StandardPage.objects.all())


def test_a_restriction_elsewhere_changes_nothing(client: Client) -> None:
    page = deep_page()
    other = topic_page(
        page.get_parent().get_parent().specific, slug="schuld", topic_key="jeugdhulp"
    )
    PageViewRestriction.objects.create(page=other, restriction_type="login")
    assert client.get("/schuldhulp/meer/").status_code == 200
    assert page in shown(StandardPage.objects.all())
