"""What a reviewer meets: what waits, what it changes, and approving it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import WorkflowState

from cms.catalogue.models import CatalogueItem, Element, Recipient, Regime, TopicIntake
from cms.catalogue.reviewing.changing import changing
from tests.cms.catalogue import small
from tests.cms.colleagues import colleague, sign_in
from tests.cms.factories import home_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _items() -> None:
    small.imported()


def item() -> Element:
    return Element.objects.get(key="w.verhuurder")


def hand_in(client: Client, **fields: Any) -> None:
    sign_in(client, colleague("Functioneel beheerders"))
    client.post(small.url(item()), {**small.form(item(), **fields), "action-submit": "1"})
    client.logout()
    sign_in(client, colleague("Toetsers"))


def test_what_changes_is_said_with_what_was_and_what_becomes() -> None:
    draft = item()
    draft.question, draft.help = "Wie is uw verhuurder?", "Kijk in uw contract."
    [section] = changing(item(), draft)
    said = [(row.where, row.before, row.after) for row in section.rows]
    assert said == [
        ("vraag", "Van wie huurt u?", "Wie is uw verhuurder?"),
        ("uitleg", "", "Kijk in uw contract."),
    ]


@pytest.mark.parametrize("kind", [Element, TopicIntake, Recipient, Regime])
def test_of_something_new_all_that_is_filled_in_is_said(kind: type[CatalogueItem]) -> None:
    first = kind._default_manager.order_by("pk").first()
    assert first
    [section] = changing(None, first)
    assert section.key == first.key
    assert section.rows
    assert not any(row.before for row in section.rows)
    assert not changing(first, first)


def test_a_condition_is_compared_as_a_sentence() -> None:
    draft = item()
    draft.when = "[]"  # type: ignore[assignment]
    [section] = changing(item(), draft)
    assert section.rows[0].before == "alleen als “Woning” het antwoord “Ik huur” heeft"


def test_the_form_tells_a_reviewer_what_waits_who_asks_it_and_why(client: Client) -> None:
    hand_in(client, question="Wie is uw verhuurder?", reason="dat begrijpt iedereen")
    page = client.get(small.url(item())).content.decode()
    for words in ("Wie is uw verhuurder?", "Van wie huurt u?", "dat begrijpt iedereen", "wacht op"):
        assert words in page
    assert 'name="action-publish"' not in page
    assert page.index('data-workflow-action-name="approve"') < page.index("Bewaar concept")


def test_comparing_two_revisions_shows_words_and_no_codes(client: Client) -> None:
    hand_in(client, question="Wie is uw verhuurder?")
    name = item().snippet_viewset.get_url_name("revisions_compare")
    page = client.get(reverse(name, args=[item().pk, "live", "latest"])).content.decode()
    assert "<del>Van wie huurt u?</del>" in page
    assert "<ins>Wie is uw verhuurder?</ins>" in page


@pytest.mark.parametrize(
    ("action", "said"),
    [("approve", "staat nu live"), ("reject", "is teruggestuurd naar")],
)
def test_what_became_of_it_is_said(client: Client, action: str, said: str) -> None:
    hand_in(client, question="Wie is uw verhuurder?")
    data = small.form(item(), question="Wie is uw verhuurder?")
    answer = client.post(
        small.url(item()),
        {**data, "action-workflow-action": "1", "workflow-action-name": action},
        follow=True,
    )
    assert said in answer.content.decode()
    approved, sent_back = WorkflowState.STATUS_APPROVED, WorkflowState.STATUS_NEEDS_CHANGES
    wanted = approved if action == "approve" else sent_back
    assert WorkflowState.objects.get().status == wanted


def test_what_waits_stands_first_on_the_first_screen(client: Client) -> None:
    home_page()
    hand_in(client, question="Wie is uw verhuurder?")
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert page.index("Verhuurder") < page.index(reverse("cms_catalogue_attention") + "#live")


@pytest.mark.parametrize("kind", [Element, TopicIntake, Recipient, Regime])
def test_an_item_is_read_in_words(client: Client, kind: type[CatalogueItem]) -> None:
    sign_in(client, colleague("Toetsers"))
    first = kind._default_manager.order_by("pk").first()
    assert first
    for view in ("inspect", "usage"):
        page = client.get(small.url(first, view)).content.decode()
        for code in ("ListValue", "StructValue", "StreamValue", "geen resultaten"):
            assert code not in page, (view, code)
