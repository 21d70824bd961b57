"""The relay carries what is due, and nothing that goes wrong with one stops another."""

import pytest

from intake.outbox.destinations import Destination, Outcome
from intake.outbox.events import emit
from intake.outbox.models import OutboxAttempt, OutboxDelivery
from intake.outbox.relay import Relay
from intake.outbox.states import State
from tests.intake.outbox import factories
from tests.intake.outbox.factories import Clerk, Clock, Postman

pytestmark = pytest.mark.django_db


def states() -> list[str]:
    return sorted(OutboxDelivery.objects.values_list("state", flat=True))


def test_sends_to_partners_and_does_the_local_work() -> None:
    factories.partners("kredietbank")
    event = factories.new_event(
        Destination("partner", "kredietbank"), Destination("receipt"), Destination("mail")
    )
    emit(event=event, now=factories.NOON)
    receipt, mail, postman = Clerk(), Clerk(), Postman()
    registry = factories.registry(postman=postman, receipt=receipt, mail=mail)

    tally = Relay(registry=registry, clock=Clock()).drain()

    assert (tally.claimed, tally.finished, tally.stale) == (3, 3, 0)
    assert states() == [State.ACKNOWLEDGED, State.ACKNOWLEDGED, State.SENT]
    assert len(receipt.handled) == len(mail.handled) == len(postman.sent) == 1
    assert OutboxAttempt.objects.count() == 3


def test_a_failing_receipt_holds_nothing_up() -> None:
    factories.partners("kredietbank")
    event = factories.new_event(Destination("receipt"), Destination("partner", "kredietbank"))
    emit(event=event, now=factories.NOON)
    registry = factories.registry(receipt=Clerk(error=ValueError("Jansen, 123456782")))

    Relay(registry=registry, clock=Clock()).drain()

    receipt = OutboxDelivery.objects.get(kind="receipt")
    assert (receipt.state, receipt.reason) == (State.PENDING, "error:ValueError")
    assert receipt.due > factories.NOON
    assert OutboxDelivery.objects.get(kind="partner").state == State.SENT


def test_goes_on_until_everything_due_is_done() -> None:
    factories.partners("isd", "kredietbank")
    factories.emitted("isd", count=70)
    factories.emitted("kredietbank", count=45)
    postman = Postman()
    Relay(registry=factories.registry(postman=postman), clock=Clock()).drain()
    assert len(set(postman.sent)) == len(postman.sent) == 115


def test_a_slow_partner_does_not_hold_up_the_others() -> None:
    factories.partners("isd", "kredietbank")
    factories.emitted("isd", count=25)
    factories.emitted("kredietbank", count=60)
    postman = Postman(after={"isd": 60})
    Relay(registry=factories.registry(postman=postman), clock=Clock()).drain(seconds=60)
    quick = OutboxDelivery.objects.of_partner("kredietbank").in_state(State.SENT)
    assert set(quick.values_list("id", flat=True)) == set(postman.sent[:60])


def test_one_that_cannot_be_prepared_fails_alone() -> None:
    factories.partners("isd", "kredietbank")
    factories.emitted("isd")
    factories.emitted("kredietbank", count=3)
    Relay(registry=factories.registry(postman=Postman(unpreparable="isd")), clock=Clock()).drain()
    [failed] = OutboxDelivery.objects.of_partner("isd")
    assert (failed.state, failed.reason) == (State.PENDING, "error:LookupError")
    assert OutboxDelivery.objects.of_partner("kredietbank").in_state(State.SENT).count() == 3


def test_five_failures_in_a_row_trip_the_breaker_and_the_rest_keeps_its_attempts() -> None:
    factories.partners("isd")
    factories.emitted("isd", count=30)
    postman = Postman(outcomes={"isd": Outcome.retry("http-500", status=500)})
    clock = Clock()
    relay = Relay(registry=factories.registry(postman=postman), clock=clock)

    relay.drain()
    burnt = len(postman.sent)
    assert 20 <= burnt < 25, "a quota, and what the first four failures made room for"
    clock.forward(seconds=10)
    relay.drain()
    assert len(postman.sent) == burnt, "nothing goes through a tripped breaker"

    clock.forward(seconds=21)
    relay.drain()
    assert len(postman.sent) == burnt + 1, "one probe"

    postman.outcomes = {}
    clock.forward(seconds=61)
    relay.drain()
    assert OutboxDelivery.objects.in_state(State.SENT).count() == 30
