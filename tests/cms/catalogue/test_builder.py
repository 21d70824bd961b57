"""What the condition builder asks the server: what there is, and what a condition says."""

from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.catalogue.editing.offered import offered
from cms.catalogue.models import Element
from intake.questionnaire.codes import PartType
from tests.cms.catalogue import small
from tests.cms.colleagues import colleague, sign_in

OFFERED, SENTENCES = "catalogue_offered", "catalogue_sentences"
HUUR = {"element": "w.woning", "part": "soort", "operator": "is", "value": "huur"}


def rule(**changes: object) -> list[dict[str, Any]]:
    return [{"type": "rule", "value": {**HUUR, "negated": False, "about": "", **changes}}]


@pytest.fixture
def manager(client: Client) -> Client:
    small.imported()
    sign_in(client, colleague("Functioneel beheerders"))
    return client


def said(client: Client, condition: object, element: object = None) -> str:
    data = {"conditions": [{"condition": condition, "element": element}]}
    answer = client.post(reverse(SENTENCES), data, content_type="application/json")
    [sentence] = answer.json()["sentences"]
    return str(sentence)


def test_questions_are_offered_in_the_order_in_which_they_are_asked() -> None:
    offer = offered(small.catalogue())
    keys = [each["key"] for each in offer["questions"]]
    assert keys == ["p.naam", "w.woning", "w.verhuurder", "traplift.trap", "traplift.sinds"]
    assert offer["topics"]["huurhulp"]["asks"] == ["p.naam", "w.woning"]
    assert [each["topic"] for each in offer["questions"]] == [*[""] * 3, *["traplift"] * 2]


def test_operators_are_offered_for_every_kind_of_answer() -> None:
    operators = offered(small.catalogue())["operators"]
    assert set(operators) == {each.value for each in PartType}
    assert "before" in operators["date"]["false"]
    assert "is" not in operators["date"]["false"]
    assert "is" in operators["date"]["true"], "it can be unknown"


def test_a_draft_is_offered_as_soon_as_it_is_saved(manager: Client) -> None:
    assert "Wonen" not in manager.get(reverse(OFFERED)).content.decode()
    item = Element.objects.get(key="w.woning")
    item.label = "Wonen"
    item.save_revision()
    assert "Wonen" in manager.get(reverse(OFFERED)).content.decode()


def test_an_offer_that_was_made_before_costs_few_queries(manager: Client) -> None:
    manager.get(reverse(OFFERED))
    with CaptureQueriesContext(connection) as queries:
        manager.get(reverse(OFFERED))
    assert len(queries) <= 15


@pytest.mark.parametrize("name", [OFFERED, SENTENCES])
def test_who_keeps_pages_gets_nothing(client: Client, db: None, name: str) -> None:
    sign_in(client, colleague("Redacteuren"))
    answer = client.get(reverse(name)), client.post(reverse(name))
    assert {each.status_code for each in answer} == {HTTPStatus.FOUND}
    client.logout()
    assert client.get(reverse(name)).status_code == HTTPStatus.FOUND


def test_a_condition_is_said_in_words(manager: Client) -> None:
    assert said(manager, rule()) == "alleen als “Woning” het antwoord “Ik huur” heeft"
    assert said(manager, []) == "altijd"


def test_what_is_gone_is_named(manager: Client) -> None:
    assert "“weg” (bestaat niet)" in said(manager, rule(value="weg"))


@pytest.mark.parametrize(
    "condition",
    [
        rule(element=""),
        rule(value=""),
        rule(operator=""),
        rule(operator="before", value="gisteren"),
        [{"type": "group", "value": {"match": "all", "conditions": []}}],
        [{"type": "rule"}],
    ],
)
def test_what_is_not_complete_gets_no_sentence(manager: Client, condition: object) -> None:
    assert "alleen als" not in said(manager, condition)


def test_a_field_of_a_form_that_was_not_saved_is_named(manager: Client) -> None:
    options = [["a", "Antwoord A"]]
    part = {"key": "een", "type": "choice", "label": "Eerste", "unknown": False, "options": options}
    other = {**part, "key": "twee", "label": "Tweede"}
    element = {"key": ".", "label": "Nieuw", "parts": [part, other]}
    condition = rule(element=".", part="een", value="a")
    assert said(manager, condition, element).startswith("alleen als de vraag “Eerste”")


@pytest.mark.parametrize("body", ["", "[]", '{"conditions": 3}', '{"conditions": [3]}'])
def test_nonsense_is_refused(manager: Client, body: str) -> None:
    answer = manager.post(reverse(SENTENCES), body, content_type="application/json")
    assert answer.status_code == HTTPStatus.BAD_REQUEST
