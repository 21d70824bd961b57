"""Finishing: a report counts under its own fence only, and every outcome has its effect."""

from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from intake.outbox import transitions
from intake.outbox.deliveries import withdraw
from intake.outbox.destinations import Outcome
from intake.outbox.finishing import reap
from intake.outbox.models import OutboxAttempt, OutboxDelivery
from intake.outbox.states import State
from intake.partners.models import GateState, PartnerGate
from tests.intake.outbox import factories
from tests.intake.outbox.factories import NOON

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(seconds=61)


@pytest.fixture
def delivery() -> OutboxDelivery:
    factories.partners("isd")
    return factories.emitted("isd")[0]


def tried(delivery: OutboxDelivery, outcome: Outcome) -> OutboxDelivery:
    """Claim it, report this outcome, read it back; however far away its next try is."""
    OutboxDelivery.objects.update(due=NOON)
    PartnerGate.objects.update(state=GateState.PASSING, retry_at=None)
    [parcel] = factories.claimed()
    assert factories.reported(parcel, outcome) == 1
    delivery.refresh_from_db()
    return delivery


def test_sent_is_not_acknowledged(delivery: OutboxDelivery) -> None:
    tried(delivery, Outcome.sent(status=202))
    assert (delivery.state, delivery.sent_at, delivery.acknowledged_at) == (State.SENT, NOON, None)
    assert delivery.purge_at is None
    attempt = OutboxAttempt.objects.get()
    assert (attempt.number, attempt.status, attempt.result) == (1, 202, "sent")


def test_a_report_under_an_old_fence_changes_nothing(delivery: OutboxDelivery) -> None:
    [slow] = factories.claimed()
    assert reap(now=LATER) == 1
    [quick] = factories.claimed(now=LATER)
    assert quick.fence == slow.fence + 1

    assert factories.reported(slow, Outcome.retry("timeout"), now=LATER) == 0
    assert factories.reported(quick, Outcome.sent(), now=LATER) == 1
    assert factories.reported(slow, Outcome.retry("timeout"), now=LATER) == 0

    delivery.refresh_from_db()
    assert delivery.state == State.SENT
    assert OutboxAttempt.objects.count() == 1


def test_a_report_after_the_lease_was_given_back_changes_nothing(
    delivery: OutboxDelivery,
) -> None:
    [parcel] = factories.claimed()
    reap(now=LATER)
    assert factories.reported(parcel, Outcome.sent(), now=LATER) == 0
    delivery.refresh_from_db()
    assert delivery.state == State.PENDING


def test_a_report_counts_once(delivery: OutboxDelivery) -> None:
    assert delivery
    [parcel] = factories.claimed()
    assert factories.reported(parcel, Outcome.retry("timeout")) == 1
    assert factories.reported(parcel, Outcome.sent()) == 0


def test_a_failure_waits_by_the_schedule_and_never_shorter(delivery: OutboxDelivery) -> None:
    waits = []
    for _ in range(10):
        tried(delivery, Outcome.retry("http-500", status=500))
        waits.append((delivery.due - NOON).total_seconds())
    planned = [5, 30, 120, 600, 3600, 10800, 28800, 86400, 86400, 86400]
    for wait, least in zip(waits, planned, strict=True):
        assert least <= wait <= least * 1.25
    assert sum(planned) > 84 * 3600, "a weekend is survived"


def test_after_the_last_try_it_is_dead_and_says_why(delivery: OutboxDelivery) -> None:
    for _ in range(11):
        tried(delivery, Outcome.retry("http-500", status=500))
    assert (delivery.state, delivery.reason) == (State.DEAD, "http-500")


def test_retry_after_is_honoured_up_to_six_hours(delivery: OutboxDelivery) -> None:
    tried(delivery, Outcome.retry("http-503", retry_after=timedelta(minutes=20)))
    assert delivery.due == NOON + timedelta(minutes=20)
    tried(delivery, Outcome.retry("http-503", retry_after=timedelta(days=2)))
    assert delivery.due == NOON + timedelta(hours=6)


def test_two_refusals_are_held_for_a_person(delivery: OutboxDelivery) -> None:
    tried(delivery, Outcome.retry("http-500"))
    tried(delivery, Outcome.refused("http-403", status=403))
    assert delivery.state == State.PENDING
    tried(delivery, Outcome.refused("http-403", status=403))
    assert (delivery.state, delivery.reason) == (State.HELD, "http-403")


def test_gone_shuts_the_gate(delivery: OutboxDelivery) -> None:
    factories.emitted("isd")
    first, _second = factories.claimed()
    factories.reported(first, Outcome.gone("http-410", status=410))
    delivery.refresh_from_db()
    assert delivery.state == State.HELD
    assert PartnerGate.objects.get().state == GateState.SHUT


def test_a_probe_whose_receipt_comes_first_still_opens_the_gate(delivery: OutboxDelivery) -> None:
    PartnerGate.objects.update(state=GateState.TRIPPED, retry_at=NOON)
    [parcel] = factories.claimed()
    changes = transitions.acknowledged(delivery, now=NOON)
    OutboxDelivery.objects.filter(pk=delivery.pk).update(**changes)

    assert factories.reported(parcel, Outcome.sent(status=200)) == 0
    assert PartnerGate.objects.get().state == GateState.PASSING


def test_a_missing_key_is_no_failure_of_the_partner(delivery: OutboxDelivery) -> None:
    tried(delivery, Outcome.hold("no-key"))
    assert (delivery.state, delivery.reason) == (State.HELD, "no-key")
    assert PartnerGate.objects.get().window_total == 0


def test_our_own_fault_is_no_failure_of_the_partner(delivery: OutboxDelivery) -> None:
    tried(delivery, Outcome.retry("error:LookupError"))
    assert delivery.state == State.PENDING
    assert PartnerGate.objects.get().window_total == 0


def test_what_gets_stuck_is_an_error_in_the_log(delivery: OutboxDelivery) -> None:
    with capture_logs() as lines:
        tried(delivery, Outcome.retry("http-500", status=500))
    assert "outbox.stuck" not in [line["event"] for line in lines]
    with capture_logs() as lines:
        tried(delivery, Outcome.hold("no-key"))
    assert {
        "event": "outbox.stuck",
        "log_level": "error",
        "delivery": str(delivery.id),
        "destination": "isd",
        "state": "held",
        "reason": "no-key",
    } in lines


def test_a_fifth_crash_is_an_error_in_the_log(delivery: OutboxDelivery) -> None:
    factories.claimed()
    OutboxDelivery.objects.update(crashes=4)
    with capture_logs() as lines:
        reap(now=LATER)
    stuck = [line for line in lines if line["event"] == "outbox.stuck"]
    assert [(line["state"], line["reason"]) for line in stuck] == [("dead", "crash")]
    assert stuck[0]["delivery"] == str(delivery.id)


def test_five_crashes_without_an_answer_are_poison(delivery: OutboxDelivery) -> None:
    now = NOON
    for _ in range(5):
        assert len(factories.claimed(now=now)) == 1
        now += timedelta(seconds=61)
        assert reap(now=now) == 1
    delivery.refresh_from_db()
    assert (delivery.state, delivery.reason) == (State.DEAD, "crash")
    assert factories.claimed(now=now) == []


def test_an_answer_in_between_ends_the_count(delivery: OutboxDelivery) -> None:
    factories.claimed()
    reap(now=LATER)
    tried(delivery, Outcome.retry("timeout"))
    assert delivery.crashes == 0


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome.retry("timeout"),
        Outcome.refused("http-403", status=403),
        Outcome.gone("http-410", status=410),
        Outcome.hold("no-key"),
    ],
)
def test_what_was_withdrawn_on_its_way_is_not_tried_again(
    delivery: OutboxDelivery, outcome: Outcome
) -> None:
    [parcel] = factories.claimed()
    assert parcel.case_id
    assert withdraw(case_id=parcel.case_id, now=NOON) == []
    assert factories.reported(parcel, outcome) == 1
    delivery.refresh_from_db()
    assert (delivery.state, delivery.reason) == (State.WITHDRAWN, "")
    assert delivery.purge_at == NOON


def test_what_was_withdrawn_on_its_way_is_not_tried_again_after_a_crash(
    delivery: OutboxDelivery,
) -> None:
    [parcel] = factories.claimed()
    assert parcel.case_id
    withdraw(case_id=parcel.case_id, now=NOON)
    assert reap(now=LATER) == 1
    delivery.refresh_from_db()
    assert (delivery.state, delivery.purge_at) == (State.WITHDRAWN, LATER)


def test_what_was_withdrawn_on_its_way_may_still_arrive(delivery: OutboxDelivery) -> None:
    [parcel] = factories.claimed()
    assert parcel.case_id
    withdraw(case_id=parcel.case_id, now=NOON)
    factories.reported(parcel, Outcome.sent(status=202))
    delivery.refresh_from_db()
    assert (delivery.state, delivery.purge_at) == (State.SENT, None)


def test_a_lease_that_runs_is_left_alone(delivery: OutboxDelivery) -> None:
    assert delivery
    factories.claimed()
    assert reap(now=NOON + timedelta(seconds=60)) == 0
