"""Sent, arrived, picked up: how far a case is with each recipient, from what happened."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from intake.cases.queries import CaseView
from intake.cases.status import Status
from intake.outbox.queries import DeliveryView, delivery_states
from intake.outbox.states import State

PICKED_UP = frozenset({Status.ACCEPTED, Status.IN_PROGRESS, Status.DONE})
STUCK = frozenset({State.HELD, State.DEAD})
WAITING = frozenset({State.PENDING, State.LEASED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One recipient of a case. A moment is None as long as it has not come.

    `state`: pending, sent, acknowledged, held, dead or withdrawn. `stuck`: somebody at
    the municipality has to look at it.
    """

    recipient: str
    name: str
    state: str
    sent_at: datetime | None
    arrived_at: datetime | None
    picked_up_at: datetime | None

    @property
    def stuck(self) -> bool:
        """Whether it will not get there by itself."""
        return self.state in STUCK


def progress_of(cases: Collection[CaseView]) -> Mapping[UUID, Sequence[Progress]]:
    """By case, its recipients in order; one query however many cases."""
    deliveries = delivery_states([case.id for case in cases])
    return {
        case.id: [
            _progress(case, recipient.key, recipient.name, deliveries.get((case.id, recipient.key)))
            for recipient in case.recipients
        ]
        for case in cases
    }


def _progress(case: CaseView, key: str, name: str, delivery: DeliveryView | None) -> Progress:
    state = delivery.state if delivery else State.PENDING
    return Progress(
        recipient=key,
        name=name,
        state=(State.PENDING if state in WAITING else state).value,
        sent_at=delivery.sent_at if delivery else None,
        arrived_at=delivery.acknowledged_at if delivery else None,
        picked_up_at=_picked_up_at(case, key),
    )


def _picked_up_at(case: CaseView, recipient: str) -> datetime | None:
    moments = (
        event.at
        for event in case.history
        if event.recipient == recipient and event.status in PICKED_UP
    )
    return next(moments, None)
