"""Reading the outbox: how far each case is with each recipient, and a partner's inbox."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from intake.outbox.models import OutboxDelivery, OutboxSealed
from intake.outbox.states import State


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryView:
    """How far one case is with one recipient."""

    state: State
    sent_at: datetime | None
    acknowledged_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxItem:
    """A sealed message in a partner's sequence; without a body when it was withdrawn."""

    sequence: int
    id: uuid.UUID
    type: str
    case_id: uuid.UUID | None
    occurred_at: datetime
    sha256: str
    body: bytes = field(repr=False)


def delivery_states(case_ids: Collection[uuid.UUID]) -> dict[tuple[uuid.UUID, str], DeliveryView]:
    """By case and recipient. When a case was sent twice, the last one counts."""
    rows = (
        OutboxDelivery.objects.to_partners()
        .filter(event__case_id__in=case_ids)
        .order_by("event__occurred_at", "id")
        .values_list("event__case_id", "partner_id", "state", "sent_at", "acknowledged_at")
    )
    return {
        (case_id, partner): DeliveryView(
            state=State(state), sent_at=sent_at, acknowledged_at=acknowledged_at
        )
        for case_id, partner, state, sent_at, acknowledged_at in rows
        if case_id is not None and partner is not None
    }


def inbox(*, partner: str, after: int, limit: int) -> Sequence[InboxItem]:
    """A partner's messages after a number, in order and without gaps."""
    rows = (
        OutboxSealed.objects.filter(partner_id=partner, sequence__gt=after)
        .order_by("sequence")
        .select_related("delivery__event")[:limit]
    )
    return [_item(row) for row in rows]


def _item(row: OutboxSealed) -> InboxItem:
    event = row.delivery.event
    withdrawn = row.delivery.state == State.WITHDRAWN
    return InboxItem(
        sequence=row.sequence,
        id=row.delivery_id,
        type=event.type,
        case_id=event.case_id,
        occurred_at=event.occurred_at,
        sha256=row.sha256,
        body=b"" if withdrawn else bytes(row.body),
    )
