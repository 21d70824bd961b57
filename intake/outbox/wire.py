"""The bodies that go over the wire: sealed once, numbered without gaps per partner.

1. What was sealed before, for the key that still counts, is taken as it is.
2. The rest is opened (the audit trail tells) and sealed, outside any lock.
3. Under the locks of the partners' gates each new body gets the next number. A body
   that another worker has stored meanwhile wins; one for an old key is replaced
   and keeps its number. Only the worker that still has the lease stores anything:
   one that was frozen must not put a body for an old key over a newer one.
"""

import hashlib
import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from django.db import transaction

from intake.outbox.destinations import Outcome, Parcel
from intake.outbox.events import open_payload
from intake.outbox.models import OutboxDelivery, OutboxEvent, OutboxSealed
from intake.outbox.states import State
from intake.partners import gates
from intake.partners.models import PartnerGate
from intake.vault.sealing import Opening, Unsealable

ACTOR = "system:outbox"
PURPOSE = "seal for a recipient"
OVERTAKEN = Outcome.hold("overtaken")
"""For a parcel that somebody else has by now: its report is stale and changes nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedBody:
    """A payload sealed for a partner, and with which keys."""

    suite: str
    key_id: str
    signing_key_id: str
    body: bytes = field(repr=False)


Seal: TypeAlias = Callable[[Parcel, bytes], SealedBody]


def sealed_bodies(
    *, parcels: Sequence[Parcel], key_ids: Mapping[str, str], seal: Seal, now: datetime
) -> Mapping[uuid.UUID, OutboxSealed | Outcome]:
    """The wire body of each parcel, or why there is none: two transactions for all together.

    `key_ids`: by partner the id of its key that counts now.
    """
    ready = _stored(parcels, key_ids)
    missing = {parcel.id: parcel for parcel in parcels if parcel.id not in ready}
    if not missing:
        return ready
    payloads, broken = _opened(missing.values(), now)
    bodies = {key: seal(missing[key], payload) for key, payload in payloads.items()}
    return ready | broken | _numbered([missing[key] for key in bodies], bodies, now)


def _stored(parcels: Sequence[Parcel], key_ids: Mapping[str, str]) -> dict[uuid.UUID, OutboxSealed]:
    rows = OutboxSealed.objects.in_bulk([parcel.id for parcel in parcels])
    return {key: row for key, row in rows.items() if row.key_id == key_ids[row.partner_id]}


def _opened(
    parcels: Collection[Parcel], now: datetime
) -> tuple[dict[uuid.UUID, bytes], dict[uuid.UUID, Outcome]]:
    events = OutboxEvent.objects.select_related("data_key").in_bulk(
        [parcel.event_id for parcel in parcels]
    )
    payloads, broken = {}, {}
    with transaction.atomic():
        for parcel in parcels:
            opening = Opening(
                actor=ACTOR, purpose=PURPOSE, subject=f"case:{parcel.case_id}", at=now
            )
            try:
                payloads[parcel.id] = open_payload(event=events[parcel.event_id], opening=opening)
            except Unsealable:
                broken[parcel.id] = Outcome.hold("unsealable")
    return payloads, broken


def _numbered(
    parcels: Sequence[Parcel], bodies: Mapping[uuid.UUID, SealedBody], now: datetime
) -> dict[uuid.UUID, OutboxSealed | Outcome]:
    with transaction.atomic():
        locked = gates.lock(partners={parcel.key for parcel in parcels})
        fences = _leased_under(bodies)
        mine = [parcel for parcel in parcels if fences.get(parcel.id) == parcel.fence]
        rows = OutboxSealed.objects.in_bulk([parcel.id for parcel in mine])
        for parcel in mine:
            row, body = rows.get(parcel.id), bodies[parcel.id]
            if row is None:
                rows[parcel.id] = _next(locked[parcel.key], parcel.id, body, now)
            elif row.key_id != body.key_id:
                _replace(row, body, now)
        OutboxSealed.objects.bulk_create(row for row in rows.values() if row._state.adding)
        for gate in locked.values():
            gate.save(update_fields=["last_sequence"])
    return {parcel.id: rows.get(parcel.id, OVERTAKEN) for parcel in parcels}


def _leased_under(ids: Collection[uuid.UUID]) -> dict[uuid.UUID, int]:
    """The fences of those that are leased now. Another claim may come, and seals after us."""
    leased = OutboxDelivery.objects.in_state(State.LEASED).filter(id__in=ids)
    return dict(leased.values_list("id", "fence"))


def _next(
    gate: PartnerGate, delivery_id: uuid.UUID, body: SealedBody, now: datetime
) -> OutboxSealed:
    gate.last_sequence += 1
    row = OutboxSealed(
        delivery_id=delivery_id, partner_id=gate.partner_id, sequence=gate.last_sequence
    )
    _fill(row, body, now)
    return row


def _replace(row: OutboxSealed, body: SealedBody, now: datetime) -> None:
    _fill(row, body, now)
    row.save()


def _fill(row: OutboxSealed, body: SealedBody, now: datetime) -> None:
    row.suite, row.key_id, row.signing_key_id = body.suite, body.key_id, body.signing_key_id
    row.body, row.sealed_at = body.body, now
    row.sha256 = hashlib.sha256(body.body).hexdigest()
