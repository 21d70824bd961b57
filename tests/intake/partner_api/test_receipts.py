"""POST /ontvangsten: sent becomes acknowledged, once, all or none, and only one's own."""

import uuid

import pytest

from intake.cases.models import Case, StatusEvent
from intake.cases.status import Status
from intake.outbox.models import OutboxDelivery, OutboxSealed
from intake.outbox.states import State
from tests.intake.partner_api import factories
from tests.intake.partner_api.factories import Caller

pytestmark = pytest.mark.django_db


def state_of(partner: str) -> str:
    return OutboxDelivery.objects.get(partner_id=partner).state


def test_a_receipt_acknowledges_and_tells_the_case(kredietbank: Caller, own_case: Case) -> None:
    assert state_of("kredietbank") == State.SENT
    receipts = [{**factories.receipts_for("kredietbank")[0], "uw_kenmerk": "KB-7"}]

    answer = kredietbank.post("/ontvangsten", receipts)

    assert (answer.status_code, answer.json()) == (200, {"nieuw": 1})
    delivery = OutboxDelivery.objects.get(partner_id="kredietbank")
    assert delivery.state == State.ACKNOWLEDGED
    assert delivery.purge_at is not None
    assert StatusEvent.objects.filter(case=own_case, status=Status.DELIVERED).count() == 1
    assert OutboxSealed.objects.get(partner_id="kredietbank").receiver_reference == "KB-7"


@pytest.mark.parametrize("sign", ["\0", "\n", "\x1b", "\x7f", "\x85"])
def test_a_reference_is_one_line_that_can_be_shown(kredietbank: Caller, sign: str) -> None:
    receipts = [{**factories.receipts_for("kredietbank")[0], "uw_kenmerk": f"KB{sign}"}]
    answer = kredietbank.post("/ontvangsten", receipts)
    assert answer.status_code == 400
    assert state_of("kredietbank") == State.SENT


def test_telling_it_twice_changes_nothing(kredietbank: Caller, own_case: Case) -> None:
    receipts = factories.receipts_for("kredietbank")
    kredietbank.post("/ontvangsten", receipts)
    answer = kredietbank.post("/ontvangsten", receipts)
    assert answer.json() == {"nieuw": 0}
    assert StatusEvent.objects.filter(case=own_case, status=Status.DELIVERED).count() == 1


def test_a_receipt_may_be_quicker_than_our_own_record(kredietbank: Caller) -> None:
    delivery = OutboxDelivery.objects.filter(partner_id="kredietbank")
    delivery.update(state=State.PENDING, sent_at=None)
    kredietbank.post("/ontvangsten", factories.receipts_for("kredietbank"))
    assert state_of("kredietbank") == State.ACKNOWLEDGED


def test_a_receipt_after_the_case_was_accepted_adds_no_step_back(
    kredietbank: Caller, own_case: Case
) -> None:
    kredietbank.post(
        f"/zaken/{own_case.id}/statussen",
        {"status": "aanvaard"},
        headers={"Idempotency-Key": "1"},
    )
    kredietbank.post("/ontvangsten", factories.receipts_for("kredietbank"))
    assert state_of("kredietbank") == State.ACKNOWLEDGED
    assert own_case.events.in_order().last().status == Status.ACCEPTED  # type: ignore[union-attr]


def test_a_foreign_message_looks_like_an_unknown_one(kredietbank: Caller) -> None:
    foreign = kredietbank.post("/ontvangsten", factories.receipts_for("sociaal-team"))
    unknown = kredietbank.post("/ontvangsten", [{"id": str(uuid.uuid4()), "sha256": "0" * 64}])
    assert foreign.status_code == unknown.status_code == 404
    assert foreign.content == unknown.content
    assert state_of("sociaal-team") == State.SENT


def test_one_wrong_receipt_refuses_all(kredietbank: Caller) -> None:
    good = factories.receipts_for("kredietbank")[0]
    bad = {"id": str(uuid.uuid4()), "sha256": "0" * 64}
    assert kredietbank.post("/ontvangsten", [good, bad]).status_code == 404
    assert state_of("kredietbank") == State.SENT


def test_what_arrived_changed_is_not_received(kredietbank: Caller) -> None:
    [receipt] = factories.receipts_for("kredietbank")
    answer = kredietbank.post("/ontvangsten", [{**receipt, "sha256": "0" * 64}])
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert state_of("kredietbank") == State.SENT


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"{}",
        b"no json",
        b'[{"id": "1", "sha256": "x"}]',
        b'[{"id": "01a200ab-fd91-7447-b4e7-b12a3d9156e4", "sha256": "a", "sha256": "b"}]',
        b"[" * 100_000,
        b"[NaN]",
    ],
)
def test_what_was_not_agreed_is_refused(kredietbank: Caller, body: bytes) -> None:
    answer = kredietbank.post("/ontvangsten", body)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["API-Version"] == "1.0.0"
