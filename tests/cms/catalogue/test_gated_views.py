"""A functional manager hands in, a reviewer publishes; refusals are told in words."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import WorkflowState

from cms.catalogue import gate
from cms.catalogue.models import Element, TopicIntake
from intake.catalogue import queries
from tests.cms.catalogue import small
from tests.cms.colleagues import colleague, sign_in, with_all_rights
from tests.intakes import draft, resident

pytestmark = pytest.mark.django_db

SCREENS = ("catalogue_questions", "catalogue_topics", "catalogue_recipients", "catalogue_terms")


@pytest.fixture(autouse=True)
def _items() -> None:
    small.imported()


def said(response: Any) -> str:
    """The messages that the next page shows."""
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def item() -> Element:
    return Element.objects.get(key="w.verhuurder")


def test_a_change_goes_from_the_functional_manager_past_the_reviewer(client: Client) -> None:
    before = queries.current_release()
    sign_in(client, colleague("Functioneel beheerders"))
    data = small.form(item(), question="Wie is uw verhuurder?", reason="korter")
    refused = client.post(small.url(item()), {**data, "action-publish": "1"})
    assert queries.current_release() == before, "writing is not publishing"
    assert refused.status_code == HTTPStatus.FOUND
    client.post(small.url(item()), {**data, "action-submit": "1"})
    state = WorkflowState.objects.get()
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    client.logout()
    sign_in(client, colleague("Toetsers"))
    task = state.current_task_state
    approve = reverse(
        item().snippet_viewset.get_url_name("workflow_action"), args=(item().pk, "approve", task.pk)
    )
    client.post(approve, {"comment": "Goed zo"})
    after = queries.catalogue_of(queries.current_release().id)
    assert after.elements[2].question == "Wie is uw verhuurder?"


def test_nobody_makes_their_own_words_live(client: Client) -> None:
    """Not from the form, not by handing in and approving, and not on a date."""
    before, reviewer = queries.current_release(), colleague("Toetsers", "Functioneel beheerders")
    sign_in(client, reviewer)
    data = small.form(item(), question="Wie is uw verhuurder?")
    assert "eigen wijziging" in said(
        client.post(small.url(item()), {**data, "action-publish": "1"})
    )
    client.post(small.url(item()), {**data, "action-submit": "1"})
    task = WorkflowState.objects.get().current_task_state
    approve = reverse(
        item().snippet_viewset.get_url_name("workflow_action"), args=(item().pk, "approve", task.pk)
    )
    client.post(approve)
    planned = item().get_latest_revision_as_object()
    planned.go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(gate.Refused):
        planned.save_revision(user=reviewer).publish(user=reviewer)
    assert queries.current_release() == before
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_a_reviewer_may_touch_up_what_somebody_else_handed_in(client: Client) -> None:
    sign_in(client, colleague("Functioneel beheerders"))
    data = small.form(item(), question="Wie is uw verhurder?")
    client.post(small.url(item()), {**data, "action-submit": "1"})
    client.logout()
    sign_in(client, colleague("Toetsers"))
    mended = {**data, "question": "Wie is uw verhuurder?"}
    client.post(
        small.url(item()),
        {**mended, "action-workflow-action": "1", "workflow-action-name": "approve"},
    )
    after = queries.catalogue_of(queries.current_release().id)
    assert after.elements[2].question == "Wie is uw verhuurder?"


def test_what_cannot_go_live_is_not_handed_in_but_kept(client: Client) -> None:
    sign_in(client, colleague("Functioneel beheerders"))
    rule = {"element": "nergens", "operator": "answered"}
    data = small.form(item(), question="Van wie huurt u nu?", when=[("rule", rule)])
    response = client.post(small.url(item()), {**data, "action-submit": "1"})
    assert response.status_code == HTTPStatus.FOUND
    assert "nergens" in said(response)
    assert small.url(item()) in said(response)
    assert not WorkflowState.objects.exists()
    assert item().get_latest_revision_as_object().question == "Van wie huurt u nu?"


def test_an_approval_that_would_break_the_catalogue_is_refused_in_words(client: Client) -> None:
    sign_in(client, colleague("Functioneel beheerders"))
    client.post(small.url(item()), {**small.form(item(), label="Huisbaas"), "action-submit": "1"})
    revision = item().latest_revision
    revision.content["when"] = (
        '[{"type": "rule", "value": {"element": "weg", "operator": "answered"}}]'
    )
    revision.save()
    client.logout()
    sign_in(client, colleague("Toetsers"))
    state = WorkflowState.objects.get()
    name = item().snippet_viewset.get_url_name("workflow_action")
    address = reverse(name, args=(item().pk, "approve", state.current_task_state.pk))
    response = client.post(address, {"comment": ""})
    assert "weg" in said(response)
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert item().label == "Verhuurder"


def test_a_warning_asks_once_and_then_lets_pass(client: Client) -> None:
    sign_in(client, with_all_rights())
    own = Element.objects.get(key="traplift.trap")
    data = {**small.form(own, question="Hoe woont u?", label="Woning"), "action-publish": "1"}
    before = queries.current_release()
    assert "w.woning" in said(client.post(small.url(own), data))
    assert queries.current_release() == before
    client.post(small.url(own), data)
    assert queries.current_release() != before


@pytest.mark.parametrize("screen", ["unpublish", "delete"])
def test_what_residents_are_busy_with_stays_with_the_numbers(client: Client, screen: str) -> None:
    draft(resident(), ["huurhulp"], now=timezone.now())
    user = colleague()
    user.is_superuser = True
    user.save()
    sign_in(client, user)
    topic = TopicIntake.objects.get(key="huurhulp")
    response = client.post(small.url(topic, screen))
    assert "1 open" in said(response)
    topic.refresh_from_db()
    assert topic.live


@pytest.mark.parametrize("group", ["Redacteuren", "Beheerders"])
def test_who_keeps_pages_reaches_no_question(client: Client, group: str) -> None:
    sign_in(client, colleague(group))
    addresses = [reverse(f"{screen}:list") for screen in SCREENS]
    addresses += [small.url(item(), name) for name in ("edit", "history", "delete", "usage")]
    for address in addresses:
        response = client.get(address)
        assert response.status_code in {
            HTTPStatus.FOUND,
            HTTPStatus.FORBIDDEN,
            HTTPStatus.NOT_FOUND,
        }
        if response.status_code == HTTPStatus.FOUND:
            assert response.headers["Location"] == reverse("wagtailadmin_home")
    before = item().question
    client.post(small.url(item()), {**small.form(item(), question="X?"), "action-publish": "1"})
    assert item().get_latest_revision_as_object().question == before


@pytest.mark.parametrize("group", ["Functioneel beheerders", "Toetsers"])
def test_who_keeps_questions_reaches_them_and_no_page(client: Client, group: str) -> None:
    sign_in(client, colleague(group))
    for screen in SCREENS:
        assert client.get(reverse(f"{screen}:list")).status_code == HTTPStatus.OK
    assert client.get(small.url(item())).status_code == HTTPStatus.OK
    assert client.get(reverse("wagtailusers_users:index")).status_code != HTTPStatus.OK


def test_a_warning_that_is_live_already_does_not_ask_again(client: Client) -> None:
    own = Element.objects.get(key="traplift.trap")
    latest = own.get_latest_revision_as_object()
    latest.question, latest.label = "Hoe woont u?", "Woning"
    latest.save_revision().publish()
    sign_in(client, with_all_rights())
    data = small.form(own, question="Hoe woont u?", label="Woning", why="Voor de lift.")
    assert "w.woning" not in said(client.post(small.url(own), {**data, "action-publish": "1"}))
    assert queries.catalogue_of(queries.current_release().id).topics[0].questions[0].why


def test_a_passed_day_to_read_again_asks_for_the_next_one(client: Client) -> None:
    sign_in(client, with_all_rights())
    before = queries.current_release()
    passed = {"review_on": timezone.localdate() - timedelta(days=1), "question": "Wie verhuurt?"}
    coming = passed | {"review_on": timezone.localdate() + timedelta(days=1)}
    publish = {"action-publish": "1"}
    asked = client.post(small.url(item()), {**small.form(item(), **passed), **publish})
    assert "opnieuw te lezen" in said(asked)
    assert queries.current_release() == before
    client.post(small.url(item()), {**small.form(item(), **coming), **publish})
    assert queries.current_release() != before
