"""A partner's machine with bad manners: nothing is lost, nothing has its effect twice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.delivery import http
from intake.delivery.courier import PartnerCourier
from intake.outbox.destinations import Registry
from intake.outbox.models import OutboxDelivery
from intake.outbox.relay import Relay
from intake.outbox.states import KIND_PARTNER, State
from intake.partners.models import GateState, PartnerGate
from tests.intake.delivery import factories
from tests.intake.outbox import factories as outbox
from tests.portal.demo.partner.simulator import SimulatorProcess

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]


def relayed() -> None:
    registry = Registry()
    registry.register_courier(KIND_PARTNER, PartnerCourier())
    Relay(registry=registry, clock=timezone.now).drain()


def emitted() -> OutboxDelivery:
    payload = factories.document()
    return outbox.emitted("kredietbank", payload=payload, now=timezone.now())[0]


def relayed_again(delivery: OutboxDelivery) -> OutboxDelivery:
    """The next try, now."""
    OutboxDelivery.objects.filter(state=State.PENDING).update(due=timezone.now())
    relayed()
    delivery.refresh_from_db()
    return delivery


def test_a_message_arrives_and_opens(simulator: SimulatorProcess) -> None:
    delivery = relayed_again(emitted())
    assert delivery.state == State.SENT
    [line] = [one for one in simulator.journal("kredietbank") if one["id"] == str(delivery.id)]
    assert line["event"] == "stored"


@pytest.mark.parametrize(
    ("manners", "reason", "arrives"),
    [
        ("500", "http-500", False),
        ("404", "http-404", False),
        ("503", "http-503", False),
        ("429", "http-429", False),
        ("401", "http-401", False),
        ("omleiding", "http-307", False),
        ("verbroken", "connection:ServerDisconnectedError", False),
        ("opgeslagen-500", "http-500", True),
        ("opgeslagen-verbroken", "connection:ServerDisconnectedError", True),
    ],
)
def test_it_comes_again_and_has_one_effect(
    simulator: SimulatorProcess, manners: str, reason: str, *, arrives: bool
) -> None:
    simulator.behave("kredietbank", manners)
    delivery = relayed_again(emitted())
    assert (delivery.state, delivery.reason) == (State.PENDING, reason)
    assert simulator.effects("kredietbank")[str(delivery.id)] == arrives

    relayed_again(delivery)
    assert (delivery.state, delivery.reason) == (State.SENT, "")
    assert simulator.effects("kredietbank")[str(delivery.id)] == 1


@pytest.mark.parametrize("manners", ["afgebroken", "groot", "druppelend"])
def test_a_2xx_counts_whatever_follows_it(simulator: SimulatorProcess, manners: str) -> None:
    simulator.behave("kredietbank", manners)
    delivery = relayed_again(emitted())
    assert delivery.state == State.SENT
    assert simulator.effects("kredietbank")[str(delivery.id)] == 1


def test_retry_after_is_honoured(simulator: SimulatorProcess) -> None:
    simulator.behave("kredietbank", "503", seconds=600)
    delivery = relayed_again(emitted())
    assert delivery.due > timezone.now() + timedelta(seconds=590)


def test_410_stops_the_address(simulator: SimulatorProcess) -> None:
    simulator.behave("kredietbank", "410")
    delivery = relayed_again(emitted())
    assert (delivery.state, delivery.reason) == (State.HELD, "http-410")
    assert PartnerGate.objects.get(partner_id="kredietbank").state == GateState.SHUT
    waiting = relayed_again(emitted())
    assert (waiting.state, waiting.attempts) == (State.PENDING, 0)


def test_two_refusals_are_held(simulator: SimulatorProcess) -> None:
    simulator.behave("kredietbank", "400", times=2)
    delivery = relayed_again(emitted())
    assert delivery.state == State.PENDING
    relayed_again(delivery)
    assert (delivery.state, delivery.reason) == (State.HELD, "http-400")


def test_one_deadline_for_everything(
    simulator: SimulatorProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "DEADLINE_SECONDS", 0.5)
    simulator.behave("kredietbank", "traag", seconds=10)
    delivery = relayed_again(emitted())
    assert (delivery.state, delivery.reason) == (State.PENDING, "timeout")
