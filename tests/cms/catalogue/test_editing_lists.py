"""The lists of the catalogue: what is used where, filters, and no query for each row."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from cms.catalogue import known
from cms.catalogue.editing.listing import usage
from cms.catalogue.models import Element, TopicIntake
from tests.cms.catalogue import small
from tests.cms.colleagues import colleague, sign_in

pytestmark = pytest.mark.django_db
QUESTIONS = "catalogue_questions:list"


@pytest.fixture(autouse=True)
def _manager(client: Client) -> None:
    small.imported()
    sign_in(client, colleague("Functioneel beheerders"))


def listed(client: Client, **wanted: str) -> list[str]:
    """The keys in the list, in its order."""
    table = client.get(reverse(QUESTIONS), wanted).context["table"]
    return [row.instance.key for row in table.rows]


def test_the_use_of_a_question_counts_topics_and_conditions() -> None:
    with override("en"):
        said = [
            usage(known.released(), key) for key in ("w.woning", "w.verhuurder", "traplift.trap")
        ]
    assert said == ["in 2 topics, in 1 condition", "in 1 topic", "in 1 topic"]


def test_the_list_says_where_a_question_is_used_and_when_it_is_asked(client: Client) -> None:
    page = client.get(reverse(QUESTIONS)).content.decode()
    with override("nl"):
        assert usage(known.released(), "w.woning") in page
    assert "alleen als “Woning” het antwoord “Ik huur” heeft" in page


def test_shared_questions_come_first_then_those_of_each_topic(client: Client) -> None:
    shared = ["p.naam", "w.woning", "w.verhuurder"]
    own = ["traplift.trap", "traplift.sinds"]
    assert listed(client) == [*shared, *own]
    assert listed(client, topic="shared") == shared
    assert listed(client, topic=str(TopicIntake.objects.get(key="traplift").pk)) == own
    assert listed(client, section="person") == ["p.naam"]
    assert listed(client, q="huurt u") == ["w.verhuurder"]


def test_a_draft_is_found_by_its_status(client: Client) -> None:
    Element(
        key="w.tuin", label="Tuin", question="Heeft u een tuin?", section="situation", live=False
    ).save()
    changed = Element.objects.get(key="p.naam")
    changed.label = "Uw naam"
    changed.save_revision()
    assert listed(client, status="draft") == ["w.tuin"]
    assert listed(client, status="changed") == ["p.naam"]
    assert "w.tuin" not in listed(client, status="live")


def test_a_longer_list_asks_no_more_of_the_database(client: Client) -> None:
    listed(client)
    before = asked_by(client)
    for number in range(30):
        own = Element(
            key=f"w.extra{number}", label="Extra", question="Wat nog?", section="situation"
        )
        own.save()
    assert len(listed(client)) == 35
    assert asked_by(client) == before


def asked_by(client: Client) -> int:
    with CaptureQueriesContext(connection) as queries:
        listed(client)
    return len(queries)


@pytest.mark.parametrize("name", ["catalogue_topics", "catalogue_recipients", "catalogue_terms"])
def test_the_other_lists_open(client: Client, name: str) -> None:
    rows: Any = client.get(reverse(f"{name}:list")).context["table"].rows
    assert len(list(rows)) >= 1
