"""The municipality and the footer, on every page, for little."""

from typing import Any

import pytest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks
from wagtail.models import PageViewRestriction

from cms import context, stamp
from cms.models import MunicipalityData
from tests.cms.factories import contact_page, home_page, municipality_data, topic_page


def read() -> dict[str, Any]:
    site = context.site(RequestFactory().get("/"))
    return {"municipality": dict(site["municipality"]), "footer_links": list(site["footer_links"])}


def test_a_template_knows_the_municipality_and_the_footer(db: None) -> None:
    municipality_data()
    contact_page(home_page())
    site = read()
    assert site["municipality"]["name"] == "Gemeente Hoogterp"
    assert site["municipality"]["contact_url"] == "/contact/"
    assert site["municipality"]["hours"] == [
        {"days": "Maandag", "phone": "9 tot 5", "counter": "9 tot 8"}
    ]
    assert site["footer_links"] == [{"label": "Contact", "language": "nl", "url": "/contact/"}]


def test_before_an_editor_filled_it_in_there_is_no_municipality(db: None) -> None:
    assert not context.site(RequestFactory().get("/"))["municipality"]


def test_a_page_that_shows_neither_costs_nothing(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        context.site(RequestFactory().get("/"))


def test_the_second_page_costs_no_query(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    municipality_data()
    read()
    with django_assert_num_queries(0):
        read()


def test_what_was_read_while_somebody_published_is_not_kept_for_new(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = municipality_data()
    old = context._read()

    def late() -> context.SiteData:
        MunicipalityData.objects.update(phone="14 0111")
        stamp.renew()
        return old

    with monkeypatch.context() as patched:
        patched.setattr(context, "_read", late)
        assert read()["municipality"]["phone"] == data.phone
    assert read()["municipality"]["phone"] == "14 0111"


def test_what_is_private_is_in_no_footer(db: None) -> None:
    contact = contact_page(home_page())
    PageViewRestriction.objects.create(page=contact, restriction_type="login")
    assert read()["footer_links"] == []


@pytest.mark.parametrize("act", ["save the data", "publish", "unpublish", "move"])
def test_what_an_editor_changes_is_on_the_next_page(
    db: None, act: str, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    data = municipality_data()
    home = home_page()
    contact, topic = contact_page(home), topic_page(home)
    before = read()
    with django_capture_on_commit_callbacks(execute=True):
        if act == "save the data":
            data.phone = "14 0111"
            data.save()
        elif act == "publish":
            contact.title = "Bel of kom langs"
            contact.save_revision().publish()
        elif act == "unpublish":
            contact.unpublish()
        else:
            contact.move(topic, pos="last-child")
    assert read() != before


def test_a_private_edit_is_not_shown(
    db: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    contact = contact_page(home_page())
    with django_capture_on_commit_callbacks(execute=True):
        contact.title = "Nog niet"
        contact.save_revision()
    assert read()["footer_links"] == [{"label": "Contact", "language": "nl", "url": "/contact/"}]
