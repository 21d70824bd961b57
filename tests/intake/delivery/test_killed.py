"""A relay that is killed or frozen in mid-delivery: delivered after the lease, one effect."""

import time
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from intake.outbox.models import OutboxAttempt, OutboxDelivery
from intake.outbox.states import State
from tests.intake.delivery import factories
from tests.intake.delivery.relay_process import RelayProcess
from tests.intake.outbox import factories as outbox
from tests.portal.demo.partner.simulator import SimulatorProcess

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]
PARTNER = "kredietbank"
SLOW = 8  # seconds that the partner takes: time enough to kill or freeze who waits for it
PATIENCE = 120


@pytest.fixture
def delivery(simulator: SimulatorProcess) -> OutboxDelivery:
    assert simulator
    return outbox.emitted(PARTNER, payload=factories.document(), now=timezone.now())[0]


def end_lease(delivery: OutboxDelivery) -> None:
    """As if the lease's time had passed."""
    past = timezone.now() - timedelta(seconds=1)
    assert OutboxDelivery.objects.filter(id=delivery.id).update(lease_until=past)


@pytest.mark.parametrize("manners", ["opgeslagen-traag", "traag"])
def test_killed_while_the_partner_was_answering(
    simulator: SimulatorProcess, delivery: OutboxDelivery, manners: str
) -> None:
    before = simulator.effects(PARTNER).total()
    simulator.behave(PARTNER, manners, seconds=SLOW)
    with RelayProcess() as relay:
        simulator.await_effects(PARTNER, before + (manners == "opgeslagen-traag"))
        _await_leased(delivery)
        relay.kill()
    assert delivery.state == State.LEASED

    end_lease(delivery)
    with RelayProcess() as relay:
        relay.finish()

    delivery.refresh_from_db()
    assert (delivery.state, delivery.fence) == (State.SENT, 2)
    assert simulator.effects(PARTNER)[str(delivery.id)] == 1


def test_frozen_past_its_lease_its_report_changes_nothing(
    simulator: SimulatorProcess, delivery: OutboxDelivery
) -> None:
    before = simulator.effects(PARTNER).total()
    simulator.behave(PARTNER, "opgeslagen-traag", seconds=SLOW)
    with RelayProcess() as frozen:
        simulator.await_effects(PARTNER, before + 1)
        with transaction.atomic():  # holding what may be locked, so that it does not freeze with it
            end_lease(delivery)
            frozen.freeze()
        with RelayProcess() as quick:
            quick.finish()
        frozen.thaw()
        assert "outbox.stale" in frozen.finish()

    delivery.refresh_from_db()
    assert (delivery.state, delivery.fence) == (State.SENT, 2)
    assert [attempt.fence for attempt in OutboxAttempt.objects.all()] == [2]
    assert simulator.effects(PARTNER)[str(delivery.id)] == 1


def _await_leased(delivery: OutboxDelivery) -> None:
    until = time.monotonic() + PATIENCE
    while delivery.state != State.LEASED:
        assert time.monotonic() < until, "nobody claimed it"
        time.sleep(0.05)
        delivery.refresh_from_db()
    time.sleep(0.3)  # on its way
