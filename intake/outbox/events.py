"""Putting something in the outbox, inside the transaction that makes it true."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, transaction

from intake.outbox import wake
from intake.outbox.destinations import Destination
from intake.outbox.models import OutboxDelivery, OutboxEvent
from intake.vault.keys import new_data_key
from intake.vault.models import DataKey
from intake.vault.sealing import Opening, Place, open_sealed, seal


class OutsideTransaction(Exception):
    """An event must commit or vanish together with what it tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """Something to tell. `payload` is sealed at rest; empty when the ids say enough.

    `idempotency_key`: the same key is the same event, however often it is emitted.
    """

    type: str
    case_id: uuid.UUID | None
    submission_id: uuid.UUID
    destinations: Sequence[Destination]
    idempotency_key: str
    payload: bytes = field(default=b"", repr=False)


def emit(*, event: NewEvent, now: datetime) -> OutboxEvent:
    """Put one event in the outbox; see `emit_many`."""
    [stored] = emit_many(events=[event], now=now)
    return stored


def emit_many(*, events: Sequence[NewEvent], now: datetime) -> list[OutboxEvent]:
    """Put events and their deliveries in the outbox: four queries, however many there are.

    Returns them in the order given; one that was emitted before is returned as it is.
    The relay is woken when the transaction commits. Raises OutsideTransaction.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction
    keys = [event.idempotency_key for event in events]
    known = {row.idempotency_key: row for row in _stored(keys)}
    fresh = {new.idempotency_key: new for new in events if new.idempotency_key not in known}
    rows = {key: _row(new, now) for key, new in fresh.items()}
    DataKey.objects.bulk_create([row.data_key for row in rows.values() if row.data_key])
    OutboxEvent.objects.bulk_create(rows.values())
    OutboxDelivery.objects.bulk_create(
        _delivery(rows[key], destination, now)
        for key, new in fresh.items()
        for destination in new.destinations
    )
    transaction.on_commit(wake.wake)
    return [rows.get(key) or known[key] for key in keys]


def open_payload(*, event: OutboxEvent, opening: Opening) -> bytes:
    """The payload in clear, empty when there is none. Raises Unsealable."""
    if event.data_key is None or event.payload is None:
        return b""
    return open_sealed(
        event.data_key, sealed=bytes(event.payload), place=_place(event), opening=opening
    )


def _stored(keys: Sequence[str]) -> list[OutboxEvent]:
    return list(OutboxEvent.objects.filter(idempotency_key__in=keys))


def _row(new: NewEvent, now: datetime) -> OutboxEvent:
    event = OutboxEvent(
        type=new.type,
        case_id=new.case_id,
        submission_id=new.submission_id,
        occurred_at=now,
        idempotency_key=new.idempotency_key,
    )
    if new.payload:
        event.data_key = new_data_key(now=now)
        event.payload = seal(event.data_key, plaintext=new.payload, place=_place(event))
    return event


def _delivery(event: OutboxEvent, destination: Destination, now: datetime) -> OutboxDelivery:
    return OutboxDelivery(
        event=event, kind=destination.kind, partner_id=destination.key or None, due=now
    )


def _place(event: OutboxEvent) -> Place:
    return Place("outbox_event", "payload", str(event.pk))
