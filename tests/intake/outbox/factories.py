"""Events, deliveries, carriers and a clock for tests of the outbox."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.db import transaction

from intake.outbox.claiming import claim
from intake.outbox.destinations import (
    Destination,
    Letter,
    Outcome,
    Parcel,
    Registry,
    Send,
)
from intake.outbox.events import NewEvent, emit_many
from intake.outbox.finishing import Report, finish
from intake.outbox.lowwater import LowWater
from intake.outbox.models import OutboxDelivery
from intake.partners.queries import ensure_partners

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
PATIENCE = 6000  # looks, ten milliseconds apart


@dataclass(frozen=True)
class Recipient:
    """A recipient of the catalogue, as far as partners know it."""

    key: str
    name: str = "Een organisatie"


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **duration: float) -> datetime:
        """Move it; the new time."""
        self.now += timedelta(**duration)
        return self.now


def partners(*keys: str) -> None:
    """Partners with a passing gate and nothing else."""
    ensure_partners(recipients=[Recipient(key) for key in keys], now=NOON)


def new_event(
    *destinations: Destination,
    payload: bytes = b"x",
    key: str = "",
    case_id: uuid.UUID | None = None,
) -> NewEvent:
    """An event, about a case of its own unless the test has one."""
    return NewEvent(
        type="nl.voordeur.proef.v1",
        case_id=case_id or uuid.uuid4(),
        submission_id=uuid.uuid4(),
        payload=payload,
        destinations=destinations,
        idempotency_key=key or str(uuid.uuid4()),
    )


def emitted(
    partner: str, *, count: int = 1, payload: bytes = b"x", now: datetime = NOON
) -> list[OutboxDelivery]:
    """Deliveries to a partner, each of an event of its own, in order."""
    events = [new_event(Destination("partner", partner), payload=payload) for _ in range(count)]
    with transaction.atomic():
        stored = emit_many(events=events, now=now)
    return [event.deliveries.get() for event in stored]


def claimed(*, now: datetime = NOON, kinds: Iterable[str] = ()) -> list[Parcel]:
    """What one claim by a worker without memory takes."""
    return claim(local_kinds=list(kinds), busy={}, water=LowWater(), now=now)


def reported(parcel: Parcel, outcome: Outcome, *, now: datetime = NOON) -> int:
    """Finish one parcel; 1 when the report counted."""
    report = Report(parcel=parcel, outcome=outcome, started_at=now, milliseconds=1)
    return finish(reports=[report], now=now)


@dataclass
class Postman:
    """A courier that sends nowhere: answers per partner as told, and remembers everything.

    `after`: partners that answer only when so many letters have been sent.
    """

    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    after: Mapping[str, int] = field(default_factory=dict)
    unpreparable: str = ""
    sent: list[uuid.UUID] = field(default_factory=list)

    def prepare(
        self, parcels: Sequence[Parcel], *, now: datetime
    ) -> dict[uuid.UUID, Letter | Outcome]:
        """A letter for each; LookupError when one of them is for `unpreparable`."""
        assert now
        if any(parcel.key == self.unpreparable for parcel in parcels):
            raise LookupError
        return {
            parcel.id: Letter(parcel=parcel, address="", networks=(), headers={}, body=b"")
            for parcel in parcels
        }

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Send]:
        """Nothing to open."""
        yield self._send

    async def _send(self, letter: Letter) -> Outcome:
        for _ in range(PATIENCE):
            if len(self.sent) >= self.after.get(letter.parcel.key, 0):
                break
            await asyncio.sleep(0.01)
        self.sent.append(letter.parcel.id)
        return self.outcomes.get(letter.parcel.key, Outcome.sent(status=200))


@dataclass
class Clerk:
    """A handler that does nothing but remember, or raises what it is told to."""

    error: Exception | None = None
    handled: list[uuid.UUID] = field(default_factory=list)

    def deliver(self, parcel: Parcel, *, now: datetime) -> Outcome:
        """Remember it."""
        assert now
        self.handled.append(parcel.id)
        if self.error:
            raise self.error
        return Outcome.delivered()


def registry(*, postman: Postman | None = None, **handlers: Clerk) -> Registry:
    """A registry of its own with these carriers."""
    made = Registry()
    made.register_courier("partner", postman or Postman())
    for kind, handler in handlers.items():
        made.register(kind, handler)
    return made
