"""What the portal reads of cases, and what the database refuses of them."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from pytest_django import DjangoAssertNumQueries

from intake.audit.queries import trail_of
from intake.cases.clocks import Term
from intake.cases.history import add_event
from intake.cases.lifecycle import Actor
from intake.cases.models import CaseRecipient
from intake.cases.queries import (
    case_by_reference,
    cases_of,
    cases_of_submission,
)
from intake.cases.reference import new_reference
from intake.cases.status import Status
from intake.submissions.assurance import AssuranceTooLow
from tests.intake.cases.factories import case
from tests.intake.catalogue.factories import NOON
from tests.intake.submissions.factories import resident, submission

pytestmark = pytest.mark.django_db
DIGID = "substantieel"


def _look_up(reference: str, user_id: Any, assurance: str = DIGID) -> Any:
    return case_by_reference(user_id=user_id, reference=reference, assurance=assurance, now=NOON)


def test_my_cases_are_mine_the_newest_submission_first(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    owner = resident()
    older, newer = submission(owner), submission(owner)
    old = case(submission=older)
    second = case(submission=newer, position=1, received_at=NOON + timedelta(days=1))
    first = case(submission=newer, topic="b", received_at=NOON + timedelta(days=1))
    case()
    with django_assert_num_queries(3):
        found = cases_of(user_id=owner.pk, assurance=DIGID)
    assert [each.id for each in found] == [first.id, second.id, old.id]
    assert cases_of(user_id=owner.pk, assurance="email") == []


def test_a_case_tells_its_terms_recipients_and_history() -> None:
    mine = case("isd", "leergeld")
    add_event(
        mine,
        status=Status.QUESTION,
        by=Actor.PARTNER,
        recipient="isd",
        text="Wat verdient u?",
        now=NOON,
    )
    found = _look_up(mine.reference.lower(), mine.submission.owner_id)
    assert found.terms == (Term("eerste gesprek", date(2026, 12, 21)),)
    assert [(each.key, each.name, each.status) for each in found.recipients] == [
        ("isd", "Isd", Status.QUESTION),
        ("leergeld", "Leergeld", Status.RECEIVED),
    ]
    assert [(each.status, each.recipient_name, each.text) for each in found.history] == [
        (Status.RECEIVED, "", ""),
        (Status.QUESTION, "Isd", "Wat verdient u?"),
    ]
    assert "verdient" not in repr(found)
    assert [entry.purpose for entry in trail_of(f"case:{mine.id}")] == ["own case"]


def test_a_foreign_an_unknown_and_an_impossible_reference_look_the_same() -> None:
    for reference in (case().reference, new_reference(), "ZT-0000", ""):
        assert _look_up(reference, resident().pk) is None


def test_a_case_needs_the_level_it_was_submitted_at() -> None:
    mine = case()
    with pytest.raises(AssuranceTooLow):
        _look_up(mine.reference, mine.submission.owner_id, assurance="email")


def test_the_cases_of_a_submission_stand_in_its_order() -> None:
    mine = submission()
    second = case(submission=mine, position=1)
    first = case(submission=mine, topic="b")
    assert [each.id for each in cases_of_submission(mine.id)] == [first.id, second.id]


@pytest.mark.parametrize(
    "nonsense",
    [
        {"topic": "schuldhulp", "position": 1},
        {"position": 0},
        {"kind": "klacht"},
        {"reference": "12"},
        {"first_chosen_at": NOON + timedelta(seconds=1)},
    ],
    ids=["topic twice", "position twice", "kind", "reference", "chosen after receipt"],
)
def test_the_database_refuses_a_nonsense_case(nonsense: dict[str, Any]) -> None:
    first = case()
    sound: dict[str, Any] = {"submission": first.submission, "topic": "b", "position": 1}
    with pytest.raises(IntegrityError):
        case(**(sound | nonsense))


def test_the_database_refuses_a_reference_twice() -> None:
    first = case()
    with pytest.raises(IntegrityError):
        case(reference=first.reference)


@pytest.mark.parametrize("recipient", ["kredietbank", ""], ids=["twice", "nobody"])
def test_the_database_refuses_a_nonsense_recipient(recipient: str) -> None:
    with pytest.raises(IntegrityError):
        CaseRecipient.objects.create(case=case(), recipient=recipient, name="Naam")
