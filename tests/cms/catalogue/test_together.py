"""Drafts that only fit together go live together."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from cms.catalogue import gate
from cms.catalogue.models import Element
from cms.catalogue.together import publish_together
from intake.catalogue import queries
from tests.cms.catalogue import small
from tests.cms.colleagues import colleague, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _items() -> None:
    small.imported()


def renamed(by: Any) -> list[Element]:
    """Two drafts: an answer gets another code, and the condition that looks at it follows."""
    home, landlord = (Element.objects.get(key=key) for key in ("w.woning", "w.verhuurder"))
    for each, name in ((home, "parts"), (landlord, "when")):
        text = json.dumps([*getattr(each, name).get_prep_value()])
        setattr(each, name, text.replace('"huur"', '"huren"'))
        each.reason = "andere code"
        each.save_revision(user=by)
    return [Element.objects.get(pk=each.pk) for each in (home, landlord)]


def test_neither_goes_alone_and_both_go_together() -> None:
    both = renamed(colleague())
    for each in both:
        with pytest.raises(gate.Refused):
            each.latest_revision.publish()
    before = queries.current_release()
    publish_together(both, user=colleague("Toetsers"))
    after = queries.current_release()
    assert after.number == before.number + 1, "one version"
    assert after.note == "w.woning, w.verhuurder: andere code"
    codes = [each.value for each in queries.catalogue_of(after.id).elements[1].parts[0].options]
    assert "huren" in codes


def test_a_reviewer_ticks_them_and_publishes(client: Client) -> None:
    both = renamed(colleague())
    sign_in(client, colleague("Toetsers"))
    before = queries.current_release()
    assert "Verhuurder" in client.get(address(both)).content.decode()
    client.post(address(both))
    assert queries.current_release().number == before.number + 1


def test_nobody_publishes_their_own_words_so_either(client: Client) -> None:
    reviewer = colleague("Toetsers", "Functioneel beheerders")
    both = renamed(reviewer)
    sign_in(client, reviewer)
    before = queries.current_release()
    response = client.post(address(both))
    said = " ".join(str(each) for each in get_messages(response.wsgi_request))
    assert "eigen wijziging" in said
    assert queries.current_release() == before


def address(items: list[Element]) -> str:
    words = ("cms_catalogue", "element", "publish")
    query = [*(("id", each.pk) for each in items), ("next", "/beheer/vragen/")]
    return f"{reverse('wagtail_bulk_action', args=words)}?{urlencode(query)}"
