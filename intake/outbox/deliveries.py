"""What people and partners do to deliveries: receipts, withdrawing, starting again."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from intake.outbox import transitions
from intake.outbox.models import OutboxDelivery, OutboxSealed
from intake.outbox.states import State

ARRIVING = {State.PENDING, State.LEASED, State.SENT, State.HELD, State.DEAD}
BEFORE_SENDING = {State.PENDING, State.HELD, State.DEAD}


class UnknownDelivery(Exception):
    """The partner was never given a message with this id."""


class WrongDigest(Exception):
    """What the partner says it has is not what we sealed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A partner's word that it has a message: its id, and the SHA-256 of the body in hex.

    `reference`: what the partner calls it, for whoever phones about it.
    """

    id: uuid.UUID
    sha256: str
    reference: str = ""


def cases_of(*, partner: str, ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """The cases that some of a partner's deliveries are about."""
    rows = OutboxDelivery.objects.of_partner(partner).filter(id__in=ids)
    cases = rows.values_list("event__case_id", flat=True)
    return {case_id for case_id in cases if case_id is not None}


def acknowledge(
    *, partner: str, receipts: Sequence[Receipt], now: datetime
) -> list[OutboxDelivery]:
    """Take receipts in; the deliveries that were not acknowledged before.

    All or nothing: raises UnknownDelivery, WrongDigest. A receipt may come before
    our own worker has written down that it sent the message; it counts, and makes
    that report stale. Call inside a transaction.
    """
    rows = _locked(partner, [receipt.id for receipt in receipts])
    sealed = OutboxSealed.objects.filter(partner_id=partner).in_bulk(list(rows))
    for receipt in receipts:
        _check(receipt, sealed)
        _note_reference(sealed[receipt.id], receipt.reference)
    arrived = [row for row in rows.values() if row.state in ARRIVING]
    for row in arrived:
        _change(row, transitions.acknowledged(row, now=now))
    return arrived


def withdraw(*, case_id: uuid.UUID, now: datetime) -> list[str]:
    """Stop what was not sent yet of a case; the recipients that will not get it.

    What is on its way at this moment may arrive; when that try fails, there is no other.
    Call inside a transaction.
    """
    rows = (
        OutboxDelivery.objects.to_partners()
        .filter(event__case_id=case_id, state__in=[*BEFORE_SENDING, State.LEASED])
        .order_by("id")
    )
    stopped = []
    for row in rows.select_for_update(no_key=True, of=("self",)):
        if row.state == State.LEASED:
            _change(row, {"withdraw_asked_at": now})
        else:
            _change(row, transitions.withdrawn(now=now))
            stopped.append(row.partner_id or "")
    return stopped


def restart(*, partner: str, states: Collection[State], now: datetime) -> int:
    """Send what is stuck again, as if for the first time; how many. Call inside a transaction."""
    stuck = OutboxDelivery.objects.of_partner(partner).filter(state__in=states)
    return stuck.update(**transitions.restarted(now=now))


def _locked(partner: str, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, OutboxDelivery]:
    rows = OutboxDelivery.objects.of_partner(partner).filter(id__in=ids).order_by("id")
    locked = rows.select_for_update(no_key=True, of=("self",)).select_related("event")
    return {row.id: row for row in locked}


def _check(receipt: Receipt, sealed: Mapping[uuid.UUID, OutboxSealed]) -> None:
    if receipt.id not in sealed:
        raise UnknownDelivery
    if sealed[receipt.id].sha256 != receipt.sha256.lower():
        raise WrongDigest


def _note_reference(row: OutboxSealed, reference: str) -> None:
    if reference and reference != row.receiver_reference:
        row.receiver_reference = reference
        row.save(update_fields=["receiver_reference"])


def _change(row: OutboxDelivery, changes: Mapping[str, object]) -> None:
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(update_fields=list(changes))
