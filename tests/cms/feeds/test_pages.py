"""The site map, robots, news, and the head of a page."""

import json
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from wagtail.models import Locale

from cms.models import NewsIndexPage, NewsPage
from tests.cms.factories import (
    TEXT,
    home_page,
    municipality_data,
    publish_catalogue,
    topic_page,
)

pytestmark = pytest.mark.django_db


def head(client: Client, path: str) -> Tag:
    answer = client.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").head or Tag(name="head")


def test_the_site_map_has_a_page_once(client: Client) -> None:
    home = home_page()
    page = topic_page(home)
    english, _new = Locale.objects.get_or_create(language_code="en")
    home.copy_for_translation(english, alias=True)
    page.copy_for_translation(english, alias=True)
    root = ET.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 — our own
    found = [each.text for each in root.iter() if each.tag.endswith("loc")]
    assert [str(url).removeprefix("http://localhost") for url in found] == ["/", "/schuldhulp/"]


def test_robots_stay_out_of_what_is_personal(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /mijn/" in lines
    assert "Disallow: /intake/" in lines
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"


def test_news_is_a_feed_newest_first(client: Client) -> None:
    index = home_page().add_child(
        instance=NewsIndexPage(title="Nieuws", slug="nieuws", introduction="Wat er verandert.")
    )
    for day, title in ((3, "Oud"), (9, "Nieuw")):
        item = NewsPage(
            title=title,
            slug=title.lower(),
            introduction=f"{title} bericht.",
            published_on=date(2026, 11, day),
            body=TEXT,
        )
        index.add_child(instance=item)
    root = ET.fromstring(client.get("/nieuws.rss").content)  # noqa: S314 — our own
    assert [each.findtext("title") for each in root.iter("item")] == ["Nieuw", "Oud"]
    assert "/nieuws/nieuw/" in str(root.findtext("channel/item/link"))


def test_a_topic_tells_search_engines_what_service_it_is(client: Client) -> None:
    publish_catalogue()
    municipality_data()
    title = "Schuldhulp </script>"
    topic_page(home_page(), title=title, search_description="Samen een plan.")
    found = head(client, "/schuldhulp/")
    script = found.find("script", type="application/ld+json")
    assert script is not None
    about = json.loads(script.text)
    assert about["@type"] == "GovernmentService"
    assert about["name"] == title
    assert about["serviceOperator"]["name"] == "Gemeente Hoogterp"
    assert about["sameAs"].endswith("/schuldhulpverlening")
    assert about["availableChannel"][0]["serviceUrl"].endswith("?onderwerp=schuldhulp")


def test_a_page_has_one_true_address_and_a_preview(client: Client) -> None:
    home = home_page()
    topic_page(home, search_description="Samen een plan.")
    found = head(client, "/schuldhulp/?van=elders")
    canonical = found.find("link", rel="canonical")
    preview = found.find("meta", property="og:description")
    assert str(canonical["href"]).endswith("/schuldhulp/")  # type: ignore[index]
    assert preview["content"] == "Samen een plan."  # type: ignore[index]
    image = found.find("meta", property="og:image")
    assert str(image["content"]).startswith("http://testserver/static/ui/houses/")  # type: ignore[index]
    assert found.find("meta", property="og:locale", content="nl_NL") is not None
    assert found.find("link", type="application/rss+xml") is not None


def test_a_page_that_nobody_translated_points_to_the_dutch_one(client: Client) -> None:
    home = home_page()
    page = topic_page(home)
    english, _new = Locale.objects.get_or_create(language_code="en")
    home.copy_for_translation(english, alias=True)
    page.copy_for_translation(english, alias=True)
    canonical = head(client, "/en/schuldhulp/").find("link", rel="canonical")
    assert str(canonical["href"]).endswith("localhost/schuldhulp/")  # type: ignore[index]
