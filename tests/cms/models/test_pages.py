"""What stands on a page, and where pages may stand."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from cms.models import ContactPage, HomePage, StandardPage, TopicPage
from cms.models.municipality import MunicipalityData
from tests.cms.factories import (
    TEXT,
    contact_page,
    home_page,
    municipality_data,
    publish_catalogue,
    topic_page,
)
from tests.cms.outline import Outline


def html_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_topic_page_starts_its_own_intake(client: Client) -> None:
    topic_page(home_page())
    links = Outline(html_of(client, "/schuldhulp/")).links
    assert links.count("/intake/?onderwerp=schuldhulp") == 2


def test_a_topic_page_shows_only_sections_that_have_words(client: Client) -> None:
    topic_page(home_page())
    html = html_of(client, "/schuldhulp/")
    assert 'id="wat-is-het"' in html
    assert 'href="#voor-mij"' in html
    assert 'id="kosten"' not in html


def test_home_links_topics_with_a_page_and_starts_the_other_ones(client: Client) -> None:
    publish_catalogue()
    topic_page(home_page())
    links = Outline(html_of(client, "/")).links
    assert links.count("/schuldhulp/") == 1
    assert "/intake/?onderwerp=jeugdhulp" in links
    assert "/intake/?onderwerp=schuldhulp" not in links


def test_home_works_before_the_first_catalogue_and_the_first_topic(client: Client) -> None:
    home_page()
    outline = Outline(html_of(client, "/"))
    assert "/intake/" in outline.links
    assert outline.skips_no_level


def test_a_topic_that_is_not_published_is_not_on_home(client: Client) -> None:
    topic_page(home_page(), live=False)
    assert "/schuldhulp/" not in Outline(html_of(client, "/")).links


def test_the_breadcrumb_leads_home(client: Client) -> None:
    topic = topic_page(home_page())
    topic.add_child(
        instance=StandardPage(title="Meer", slug="meer", introduction="Meer.", body=TEXT)
    )
    links = Outline(html_of(client, "/schuldhulp/meer/")).links
    assert links.index("/schuldhulp/") > links.index("/")


def test_the_contact_page_tells_the_municipalitys_own_data(client: Client) -> None:
    municipality_data(postal_address="Postbus 1", email="info@hoogterp.example")
    contact_page(home_page())
    html = html_of(client, "/contact/")
    assert 'href="tel:140999"' in html
    assert "Terp 1<br>0999 ZT Hoogterp" in html
    assert '<th scope="row" class="utrecht-table__cell"><span>Maandag</span></th>' in html
    assert "info@hoogterp.example" in html


def test_a_page_tells_search_engines_its_summary(client: Client) -> None:
    topic_page(home_page(), search_description="Wij maken een plan.")
    html = html_of(client, "/schuldhulp/")
    assert '<meta name="description" content="Wij maken een plan.">' in html


@pytest.mark.django_db
def test_pages_stand_only_where_they_belong() -> None:
    assert not HomePage.can_create_at(HomePage())
    assert not ContactPage.can_create_at(TopicPage())
    assert not TopicPage.can_create_at(StandardPage())
    assert TopicPage in HomePage.allowed_subpage_models()
    assert ContactPage.allowed_subpage_models() == []


@pytest.mark.parametrize("phone", ["", "bel ons", "14-0999-x"])
def test_the_municipality_has_a_number_that_can_be_dialled(phone: str) -> None:
    with pytest.raises(ValidationError):
        MunicipalityData(phone=phone).clean_fields(
            exclude={"name", "governing_body", "address", "opening_hours", "hours"}
        )
