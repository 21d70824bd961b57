"""Who may take away what, one by one and many at once, and what is said when not."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from cms.catalogue.models import CatalogueItem, Element, Recipient, Regime, TopicIntake
from intake.catalogue import queries
from tests.cms.catalogue import small
from tests.cms.colleagues import colleague, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _items() -> None:
    small.imported()


def said(response: Any) -> str:
    """The messages that the next page shows."""
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def draft() -> Element:
    """A question that never was live."""
    item = Element.objects.get(key="w.verhuurder")
    item.pk, item.key, item.live = None, "w.nieuw", False
    item.latest_revision = item.live_revision = None
    item.save()
    return item


def many(*items: Element) -> str:
    """Where these are deleted at once."""
    words = ("cms_catalogue", "element", "delete")
    query = [*(("id", each.pk) for each in items), ("next", "/beheer/vragen/")]
    return f"{reverse('wagtail_bulk_action', args=words)}?{urlencode(query)}"


def test_what_is_live_leaves_by_a_reviewer_only(client: Client) -> None:
    live = Element.objects.get(key="w.verhuurder")
    sign_in(client, colleague("Functioneel beheerders"))
    assert "toetser" in said(client.post(small.url(live, "delete")))
    client.post(many(live))
    assert Element.objects.filter(key=live.key).exists()
    client.post(small.url(draft(), "delete"))
    assert not Element.objects.filter(key="w.nieuw").exists()


def test_a_reviewer_takes_away_what_nobody_needs(client: Client) -> None:
    sign_in(client, colleague("Toetsers"))
    item = draft()
    item.publish(item.save_revision())
    before = queries.latest_release()
    client.post(small.url(item, "delete"))
    after = queries.latest_release()
    assert before
    assert after
    assert after.number == before.number + 1
    assert after.note == "w.nieuw weggehaald"


def test_many_at_once_leave_together_or_not_at_all(client: Client) -> None:
    sign_in(client, colleague("Toetsers"))
    needed, loose = Element.objects.get(key="w.woning"), draft()
    response = client.post(many(loose, needed))
    assert "Dit kan nu niet" in said(response)
    assert response["Location"] == "/beheer/vragen/"
    assert {needed.key, loose.key} <= {*Element.objects.values_list("key", flat=True)}
    client.post(many(loose))
    assert not Element.objects.filter(key="w.nieuw").exists()


def test_who_keeps_pages_reads_no_names_there(client: Client) -> None:
    sign_in(client, colleague("Redacteuren"))
    response = client.get(many(Element.objects.get(key="w.woning")))
    assert "w.woning" not in response.content.decode()
    assert response["Location"] == reverse("wagtailadmin_home")


def test_a_recipient_without_a_topic_is_refused_in_words(client: Client) -> None:
    user = colleague("Functioneel beheerders")
    sign_in(client, user)
    item = Recipient.objects.first()
    assert item
    data = {**small.form(item), "action-submit": "1"}
    data.pop("topics", None)
    response = client.post(small.url(item), data)
    assert "niemand ontvangt dit onderwerp" in said(response)


def test_the_note_of_a_release_is_the_reason_of_what_went_live() -> None:
    item = Element.objects.get(key="w.woning")
    old = Element.objects.get(key="w.woning")
    item.question, item.reason = "Waarin woont u?", "korter"
    old.publish(item.save_revision())
    release = queries.latest_release()
    assert release
    assert release.note == "w.woning: korter"


@pytest.mark.parametrize("kind", [TopicIntake, Regime])
def test_what_other_items_hang_on_stays_and_says_which(
    client: Client, kind: type[CatalogueItem]
) -> None:
    item = kind._default_manager.order_by("pk").first()
    assert item
    kind._default_manager.filter(pk=item.pk).update(live=False)
    sign_in(client, colleague("Toetsers"))
    assert "hangt hieraan" in said(client.post(small.url(item, "delete")))
    assert kind._default_manager.filter(pk=item.pk).exists()


def test_what_stands_in_the_way_is_said_before_anybody_is_asked_to_be_sure(client: Client) -> None:
    sign_in(client, colleague("Toetsers"))
    needed = Element.objects.get(key="w.woning")
    for road in ("delete", "unpublish"):
        assert "Dit kan nu niet" in said(client.get(small.url(needed, road)))
