"""Editors' pages are rendered once, and again as soon as somebody publishes."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from cms import stamp
from cms.models import TopicPage
from tests.cms.factories import home_page, municipality_data, publish_catalogue, topic_page
from tests.portal.accounts.factories import resident, sign_in

pytestmark = pytest.mark.django_db
PATH = "/schuldhulp/"


@pytest.fixture(autouse=True)
def _site(settings: Any) -> None:
    settings.BASE_URL = "http://testserver"
    publish_catalogue()
    municipality_data()
    topic_page(home_page())


def test_the_second_visitor_costs_next_to_nothing(client: Client) -> None:
    first = client.get(PATH)
    with CaptureQueriesContext(connection) as queries:
        second = Client().get(PATH)
    assert second.content == first.content
    assert len(queries) <= 1


def test_a_browser_that_has_the_page_hears_so(client: Client) -> None:
    first = client.get(PATH)
    again = client.get(PATH, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"] == "no-cache"
    assert "Cookie" in first["Vary"]


def test_a_publish_shows_at_once(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    home = client.get(PATH)
    page = TopicPage.objects.get()
    page.introduction = "Dit is nieuw."
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    after = client.get(PATH, headers={"If-None-Match": home["ETag"]})
    assert after.status_code == 200
    assert "Dit is nieuw." in after.content.decode()


def test_another_release_of_the_catalogue_shows_at_once(client: Client) -> None:
    assert "andereNaam" not in client.get(PATH).content.decode()
    publish_catalogue(upl="andereNaam")
    assert "andereNaam" in client.get(PATH).content.decode()


def test_the_same_release_again_changes_nothing(client: Client) -> None:
    client.get(PATH)
    publish_catalogue()
    with CaptureQueriesContext(connection) as queries:
        client.get(PATH)
    assert len(queries) <= 1


def test_a_page_is_kept_for_the_address_of_the_site_only(client: Client) -> None:
    for port in (9000, 9001):
        assert "ETag" not in client.get(PATH, headers={"host": f"testserver:{port}"})


def test_another_picture_makes_pages_anew(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    before = stamp.current()
    with django_capture_on_commit_callbacks(execute=True):
        Image.objects.create(title="Terp", file=get_test_image_file())
    assert stamp.current() != before


def test_somebody_with_a_session_gets_a_page_of_their_own(client: Client) -> None:
    client.get(PATH)
    somebody = Client()
    sign_in(somebody, resident())
    page = somebody.get(PATH)
    assert page["Cache-Control"] == "private, no-store"
    assert "ETag" not in page
    assert "Uitloggen" in page.content.decode()
    assert "Uitloggen" not in client.get(PATH).content.decode()


@pytest.mark.parametrize("path", ["/bestaat-niet/", "/intake/", "/account/login/"])
def test_other_pages_are_not_kept(client: Client, path: str) -> None:
    client.get(path)
    assert "ETag" not in client.get(path)
