"""Adding to a history: by the table, once per key, with texts sealed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from intake.audit.appending import AppendOnly
from intake.cases.history import (
    CaseNotFound,
    ReasonMissing,
    add_event,
    current_status,
    lock_case,
    open_texts,
)
from intake.cases.lifecycle import Actor, TransitionRefused
from intake.cases.models import Case, StatusEvent
from intake.cases.status import Status
from intake.vault.sealing import Opening, Unsealable
from tests.intake.cases.factories import case
from tests.intake.catalogue.factories import NOON

pytestmark = pytest.mark.django_db
OPENING = Opening(actor="user:1", purpose="own case", subject="case:1", at=NOON)
LATER = NOON + timedelta(hours=1)


def _partner_says(
    status: Status,
    mine: Case,
    *,
    text: str = "",
    recipient: str = "kredietbank",
    idempotency_key: str = "",
) -> StatusEvent:
    return add_event(
        mine,
        status=status,
        by=Actor.PARTNER,
        recipient=recipient,
        text=text,
        idempotency_key=idempotency_key,
        now=LATER,
    )


def test_a_case_goes_its_way_at_each_recipient_separately() -> None:
    mine = case("isd", "leergeld")
    _partner_says(Status.ACCEPTED, mine, recipient="isd")
    _partner_says(Status.IN_PROGRESS, mine, recipient="isd")
    assert current_status(mine, recipient="isd") is Status.IN_PROGRESS
    assert current_status(mine, recipient="leergeld") is Status.RECEIVED


def test_what_may_not_follow_is_refused_and_adds_nothing() -> None:
    mine = case()
    _partner_says(Status.DONE, mine)
    with pytest.raises(TransitionRefused):
        _partner_says(Status.ACCEPTED, mine)
    assert mine.events.count() == 2


def test_a_stranger_does_not_have_this_case() -> None:
    with pytest.raises(CaseNotFound):
        _partner_says(Status.ACCEPTED, case(), recipient="isd")
    with pytest.raises(CaseNotFound):
        lock_case(case_id=uuid4())


def test_the_same_key_is_the_same_event() -> None:
    mine = case()
    first = _partner_says(Status.QUESTION, mine, text="Wat?", idempotency_key="a")
    again = _partner_says(Status.QUESTION, mine, text="Iets anders", idempotency_key="a")
    assert again == first
    assert mine.events.count() == 2
    _partner_says(Status.QUESTION, mine, text="Nog iets", idempotency_key="b")
    assert mine.events.count() == 3


def test_returning_asks_for_a_reason() -> None:
    mine = case()
    with pytest.raises(ReasonMissing):
        _partner_says(Status.RETURNED, mine)
    _partner_says(Status.RETURNED, mine, text="U woont in een andere gemeente.")
    assert current_status(mine, recipient="kredietbank") is Status.RETURNED


def test_texts_are_sealed_and_open_together() -> None:
    mine = case()
    event = _partner_says(Status.QUESTION, mine, text="Heeft u nog schulden?")
    _partner_says(Status.IN_PROGRESS, mine)
    assert b"schulden" not in bytes(StatusEvent.objects.get(id=event.id).text or b"")
    assert open_texts(mine, opening=OPENING) == {event.id: "Heeft u nog schulden?"}


def test_a_text_moved_to_another_event_does_not_open() -> None:
    mine = case()
    question = _partner_says(Status.QUESTION, mine, text="Heeft u nog schulden?")
    StatusEvent.objects.create(
        case=mine, number=3, recipient="kredietbank", status="vraag", at=LATER, text=question.text
    )
    with pytest.raises(Unsealable):
        open_texts(mine, opening=OPENING)


def test_withdrawing_counts_everywhere_until_everybody_is_done() -> None:
    mine = case("isd", "leergeld")
    _partner_says(Status.DONE, mine, recipient="isd")
    add_event(mine, status=Status.WITHDRAWN, by=Actor.RESIDENT, now=LATER)
    assert current_status(mine, recipient="leergeld") is Status.WITHDRAWN
    with pytest.raises(TransitionRefused):
        add_event(mine, status=Status.WITHDRAWN, by=Actor.RESIDENT, now=LATER)
    done = case()
    _partner_says(Status.DONE, done)
    with pytest.raises(TransitionRefused):
        add_event(done, status=Status.WITHDRAWN, by=Actor.RESIDENT, now=LATER)


def test_a_clock_that_steps_back_does_not_reorder_the_history() -> None:
    mine = case()
    before = NOON - timedelta(minutes=5)
    add_event(mine, status=Status.ACCEPTED, by=Actor.PARTNER, recipient="kredietbank", now=before)
    assert current_status(mine, recipient="kredietbank") is Status.ACCEPTED


def test_history_is_neither_changed_nor_removed() -> None:
    mine = case()
    with pytest.raises(AppendOnly):
        mine.events.update(status="afgerond")
    with pytest.raises(AppendOnly):
        StatusEvent.objects.all().delete()


@pytest.mark.parametrize(
    "nonsense",
    [
        {"status": "verdwenen"},
        {"number": 1},
        {"idempotency_key": "a"},
        {"status": "aangekomen"},
        {"status": "geretourneerd"},
        {"recipient": ""},
        {"status": "ingetrokken"},
        {"status": "ontvangen", "recipient": ""},
    ],
    ids=[
        "unknown status",
        "number twice",
        "key twice",
        "arrives twice",
        "no reason",
        "a partner's without partner",
        "a resident's with partner",
        "received twice",
    ],
)
def test_the_database_refuses_a_nonsense_event(nonsense: dict[str, object]) -> None:
    mine = case()
    columns: dict[str, object] = {"case": mine, "recipient": "kredietbank", "at": LATER}
    sound = columns | {"number": 2, "status": "aangekomen", "idempotency_key": "a"}
    StatusEvent.objects.create(**sound)
    with pytest.raises(IntegrityError), transaction.atomic():
        StatusEvent.objects.create(**(columns | {"number": 3, "status": "aanvaard"} | nonsense))
