"""What the database refuses, whoever asks."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from intake.outbox.destinations import Destination
from intake.outbox.events import OutsideTransaction, emit, emit_many
from intake.outbox.models import OutboxDelivery, OutboxEvent, OutboxSealed
from intake.outbox.states import State
from tests.intake.outbox import factories
from tests.intake.outbox.factories import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def delivery() -> OutboxDelivery:
    factories.partners("isd")
    return factories.emitted("isd")[0]


@pytest.mark.parametrize(
    "columns",
    [
        {"state": "lost"},
        {"state": State.LEASED},
        {"lease_until": NOON},
        {"state": State.SENT},
        {"state": State.ACKNOWLEDGED, "sent_at": NOON},
        {"acknowledged_at": NOON},
        {"state": State.HELD},
        {"state": State.DEAD},
        {"kind": "receipt"},
        {"kind": "partner", "partner": None},
        {"kind": ""},
        {"purge_at": NOON},
        {
            "state": State.ACKNOWLEDGED,
            "sent_at": NOON,
            "acknowledged_at": NOON,
            "purge_at": NOON - timedelta(days=1),
        },
    ],
)
def test_a_delivery_is_never_nonsense(delivery: OutboxDelivery, columns: dict[str, Any]) -> None:
    rows = OutboxDelivery.objects.filter(id=delivery.id)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**columns)


def test_a_partner_gets_an_event_once(delivery: OutboxDelivery) -> None:
    again = OutboxDelivery(
        event=delivery.event, kind="partner", partner_id="isd", state=State.PENDING, due=NOON
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save(force_insert=True)


def test_one_receipt_per_event() -> None:
    event = emit(event=factories.new_event(Destination("receipt")), now=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        OutboxDelivery.objects.create(event=event, kind="receipt", due=NOON)


def test_a_sequence_number_is_given_once() -> None:
    factories.partners("isd")
    first, second = factories.emitted("isd", count=2)
    columns = {"partner_id": "isd", "body": b"", "sealed_at": NOON}
    OutboxSealed.objects.create(delivery=first, sequence=1, **columns)
    for sequence in (0, 1):
        with pytest.raises(IntegrityError), transaction.atomic():
            OutboxSealed.objects.create(delivery=second, sequence=sequence, **columns)


def test_the_same_key_is_the_same_event() -> None:
    event = factories.new_event(Destination("receipt"), key="intake-1")
    first, second = emit_many(events=[event], now=NOON), emit_many(events=[event], now=NOON)
    assert first == second
    assert OutboxEvent.objects.count() == OutboxDelivery.objects.count() == 1


def test_an_unknown_partner_is_refused_when_the_transaction_ends() -> None:
    factories.emitted("nobody")
    with pytest.raises(IntegrityError), transaction.atomic():
        connection.check_constraints()
    OutboxDelivery.objects.all().delete()


def test_a_payload_is_sealed_at_rest() -> None:
    factories.partners("isd")
    factories.emitted("isd", payload=b"Jansen 999990639")
    stored = OutboxEvent.objects.get()
    assert b"999990639" not in bytes(stored.payload or b"")
    assert stored.data_key is not None


def test_four_topics_cost_few_queries(django_assert_max_num_queries: Any) -> None:
    factories.partners("isd", "kredietbank")
    events = [factories.new_event(Destination("partner", "isd")) for _ in range(5)]
    with django_assert_max_num_queries(6):
        emit_many(events=events, now=NOON)


@pytest.mark.django_db(transaction=True)
def test_an_event_needs_a_transaction() -> None:
    with pytest.raises(OutsideTransaction):
        emit(event=factories.new_event(Destination("receipt")), now=NOON)
