"""The relay: claims what is due, has it carried, writes down how that ended.

1. Give back what crashed workers held.
2. Claim a batch. Letters go to the post; what is handled here waits its turn.
3. Handle one thing, write down the reports that are in, and so on; claim again when
   nothing waits. Stop when nothing is due and nothing is under way, or when the time
   is up: then only what was claimed is brought to its end.

No transaction is open while anything is sent. A crash at any point leaves leased
deliveries, which the next relay gives back when their lease has ended.
"""

import threading
import time
import uuid
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import close_old_connections

from intake.outbox import destinations
from intake.outbox.claiming import claim
from intake.outbox.destinations import FAULT, Courier, Letter, Outcome, Parcel, Registry
from intake.outbox.finishing import Report, finish, reap
from intake.outbox.lowwater import LowWater
from intake.outbox.post import Post

BUDGET_SECONDS = 20.0
WAIT_SECONDS = 0.2
SHORT_WAIT_SECONDS = 0.02


@dataclass(slots=True)
class Tally:
    """What a drain did: deliveries claimed, reports that counted, reports that were stale."""

    claimed: int = 0
    finished: int = 0
    stale: int = 0


class Relay:
    """One worker's relay. `clock` is the only way it learns the time."""

    def __init__(self, *, registry: Registry, clock: Callable[[], datetime]) -> None:
        self.registry = registry
        self.clock = clock
        self.water = LowWater()

    def drain(self, *, seconds: float = BUDGET_SECONDS) -> Tally:
        """Do what is due, for at most so many seconds plus what is then under way."""
        tally, until = Tally(), time.monotonic() + seconds
        waiting: deque[Parcel] = deque()
        reap(now=self.clock())
        with Post(self.registry.couriers, clock=self.clock) as post:
            while True:
                going_on = not waiting and time.monotonic() < until
                parcels = self._claim(post) if going_on else []
                waiting.extend(one for one in parcels if one.kind in self.registry.handlers)
                reports = self._post(parcels, post)
                if waiting:
                    reports.append(self._handle(waiting.popleft()))
                idle = not parcels and not waiting
                reports += post.collect(wait=WAIT_SECONDS if idle else SHORT_WAIT_SECONDS)
                self._finish(reports, tally)
                tally.claimed += len(parcels)
                if idle and not reports and not post.in_flight:
                    return tally

    def _claim(self, post: Post) -> list[Parcel]:
        return claim(
            local_kinds=self.registry.handlers, busy=post.busy, water=self.water, now=self.clock()
        )

    def _finish(self, reports: Sequence[Report], tally: Tally) -> None:
        counted = finish(reports=reports, now=self.clock())
        tally.finished += counted
        tally.stale += len(reports) - counted

    def _post(self, parcels: Sequence[Parcel], post: Post) -> list[Report]:
        """Send what can be sent; the reports of what has ended already."""
        reports = []
        for kind, courier in self.registry.couriers.items():
            reports += self._prepare(courier, [one for one in parcels if one.kind == kind], post)
        return reports

    def _prepare(self, courier: Courier, parcels: Sequence[Parcel], post: Post) -> list[Report]:
        if not parcels:
            return []
        started_at, started = self.clock(), time.monotonic()
        reports = []
        for parcel_id, result in _prepared(courier, parcels, now=started_at).items():
            if isinstance(result, Letter):
                post.send(result)
            else:
                parcel = next(one for one in parcels if one.id == parcel_id)
                reports.append(_report(parcel, result, started_at, started))
        return reports

    def _handle(self, parcel: Parcel) -> Report:
        started_at, started = self.clock(), time.monotonic()
        try:
            outcome = self.registry.handlers[parcel.kind].deliver(parcel, now=started_at)
        except Exception as error:  # noqa: BLE001 (one delivery never stops the others)
            outcome = Outcome.retry(_code(error))
        return _report(parcel, outcome, started_at, started)


def attend(*, seconds: float = BUDGET_SECONDS) -> None:
    """Drain with this process's relay. Asked while it is at it, it looks once more after."""
    _asked.set()
    while _asked.is_set() and _attending.acquire(blocking=False):
        try:
            _asked.clear()
            close_old_connections()
            _relay.drain(seconds=seconds)
        finally:
            close_old_connections()
            _attending.release()


def drain(*, seconds: float = BUDGET_SECONDS) -> Tally:
    """Drain with this process's relay, from its main thread."""
    return _relay.drain(seconds=seconds)


def _prepared(
    courier: Courier, parcels: Sequence[Parcel], *, now: datetime
) -> Mapping[uuid.UUID, Letter | Outcome]:
    """As the courier prepares them; one by one when together fails, so that only one fails."""
    try:
        return courier.prepare(parcels, now=now)
    except Exception as error:  # noqa: BLE001 (one delivery never stops the others)
        if len(parcels) == 1:
            return {parcels[0].id: Outcome.retry(_code(error))}
        alone = [_prepared(courier, [parcel], now=now) for parcel in parcels]
        return {key: result for results in alone for key, result in results.items()}


def _report(parcel: Parcel, outcome: Outcome, started_at: datetime, started: float) -> Report:
    milliseconds = round((time.monotonic() - started) * 1000)
    return Report(parcel=parcel, outcome=outcome, started_at=started_at, milliseconds=milliseconds)


def _code(error: Exception) -> str:
    """What a failure may be called in the log: its class, never its text."""
    return f"{FAULT}{type(error).__name__}"[:60]


def _utc_now() -> datetime:
    return datetime.now(UTC)


_asked = threading.Event()
_attending = threading.Lock()
_relay = Relay(registry=destinations.registry, clock=_utc_now)
