"""Claiming: what is due, fairly, each under a lease and a fence of its own."""

from datetime import timedelta

import pytest
from django.db import connection

from intake.outbox.claiming import BATCH, LOCAL_QUOTA, claim
from intake.outbox.destinations import Destination, Outcome
from intake.outbox.events import emit
from intake.outbox.lowwater import LowWater
from intake.outbox.models import OutboxDelivery
from intake.outbox.states import State
from intake.partners import gates
from intake.partners.models import GateState, PartnerGate
from tests.intake.outbox import factories
from tests.intake.outbox.factories import NOON

pytestmark = pytest.mark.django_db


def test_a_claim_leases_under_a_new_fence() -> None:
    factories.partners("isd")
    factories.emitted("isd")
    [parcel] = factories.claimed()
    delivery = OutboxDelivery.objects.get()
    assert (delivery.state, delivery.fence, delivery.attempts) == (State.LEASED, 1, 1)
    assert delivery.lease_until == NOON + timedelta(seconds=60)
    assert (parcel.id, parcel.fence, parcel.key) == (delivery.id, 1, "isd")
    assert factories.claimed() == []


def test_what_is_not_due_waits() -> None:
    factories.partners("isd")
    factories.emitted("isd", now=NOON + timedelta(seconds=1))
    assert factories.claimed() == []
    assert len(factories.claimed(now=NOON + timedelta(seconds=1))) == 1


def test_every_partner_gets_its_share_of_a_batch() -> None:
    factories.partners("isd", "kredietbank", "leergeld")
    factories.emitted("isd", count=90)
    factories.emitted("kredietbank", count=3)
    factories.emitted("leergeld", count=1)
    taken = [parcel.key for parcel in factories.claimed()]
    assert {key: taken.count(key) for key in taken} == {"isd": 20, "kredietbank": 3, "leergeld": 1}


def test_a_batch_is_bounded() -> None:
    keys = [f"partner-{letter}" for letter in "abcdefg"]
    factories.partners(*keys)
    for key in keys:
        factories.emitted(key, count=20)
    assert len(factories.claimed()) == BATCH


def test_the_oldest_goes_first() -> None:
    factories.partners("isd")
    young = factories.emitted("isd", now=NOON)
    old = factories.emitted("isd", now=NOON - timedelta(hours=1))
    assert [parcel.id for parcel in factories.claimed()] == [old[0].id, young[0].id]


def test_local_work_has_lanes_of_its_own() -> None:
    for _ in range(LOCAL_QUOTA + 1):
        event = factories.new_event(Destination("receipt"), Destination("mail"))
        emit(event=event, now=NOON)
    taken = [parcel.kind for parcel in factories.claimed(kinds=["receipt", "mail"])]
    assert sorted(taken) == ["mail"] * LOCAL_QUOTA + ["receipt"] * LOCAL_QUOTA


def test_what_is_on_its_way_counts_for_the_quota() -> None:
    factories.partners("isd")
    factories.emitted("isd", count=30)
    taken = claim(local_kinds=[], busy={"isd": 18}, water=LowWater(), now=NOON)
    assert len(taken) == 2


@pytest.mark.parametrize("state", [GateState.TRIPPED, GateState.SHUT])
def test_a_closed_gate_costs_nothing(state: GateState) -> None:
    factories.partners("isd")
    retry_at = NOON + timedelta(minutes=1) if state is GateState.TRIPPED else None
    PartnerGate.objects.update(state=state, retry_at=retry_at)
    factories.emitted("isd", count=5)
    assert factories.claimed() == []
    assert set(OutboxDelivery.objects.values_list("attempts", flat=True)) == {0}


def test_one_probe_at_a_time() -> None:
    factories.partners("isd")
    PartnerGate.objects.update(state=GateState.TRIPPED, retry_at=NOON)
    factories.emitted("isd", count=5)
    assert len(factories.claimed()) == 1
    assert factories.claimed() == []
    # The probe got lost with its worker: after the lease another one may go.
    assert len(factories.claimed(now=NOON + timedelta(seconds=60))) == 1


def test_a_partner_without_work_is_not_probed() -> None:
    factories.partners("isd")
    PartnerGate.objects.update(state=GateState.TRIPPED, retry_at=NOON)
    factories.claimed()
    assert PartnerGate.objects.get().state == GateState.TRIPPED


def test_a_worker_with_a_memory_finds_everything_all_the_same() -> None:
    factories.partners("isd")
    factories.emitted("isd", count=30)
    water = LowWater()

    def take(seconds: int) -> int:
        now = NOON + timedelta(seconds=seconds)
        return len(claim(local_kinds=[], busy={}, water=water, now=now))

    assert [take(0), take(1)] == [20, 10]
    # Committed very late: older than what was seen empty, so found by the next sweep only.
    factories.emitted("isd", now=NOON - timedelta(minutes=1))
    assert [take(2), take(16)] == [0, 1]


@pytest.mark.postgres
def test_the_index_answers_the_claim() -> None:
    factories.partners("isd")
    factories.emitted("isd")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute(
            "EXPLAIN SELECT id FROM intake_outbox_outboxdelivery WHERE state = 'pending'"
            " AND kind = 'partner' AND partner_id = 'isd' AND due <= now()"
            " ORDER BY due, id LIMIT 20"
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "outbox_due" in plan
    assert "Sort" not in plan


def test_a_probe_that_is_answered_opens_the_gate() -> None:
    factories.partners("isd")
    PartnerGate.objects.update(state=GateState.TRIPPED, retry_at=NOON, trips=3)
    factories.emitted("isd", count=5)
    [probe] = factories.claimed()
    factories.reported(probe, Outcome.sent(status=202))
    assert gates.passing() == {"isd": 20}
    assert len(factories.claimed()) == 4
