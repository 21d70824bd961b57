"""Taking due deliveries, fairly per destination, each under a lease and a new fence.

1. Every lane (a partner whose gate passes, a kind that is handled here) may give
   up to its quota; a partner behind a tripped breaker gives one probe when that is due.
2. One statement picks the oldest due rows of every lane, skips those another worker
   is taking, and marks them leased with fence + 1.
3. The transaction ends. Whatever happens next, only a report that names this fence
   counts, and after the lease somebody else may take the delivery.
"""

import random
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from intake.outbox.destinations import Parcel
from intake.outbox.locking import skip_locked_clause
from intake.outbox.lowwater import LaneKey, LowWater
from intake.outbox.models import OutboxDelivery, OutboxEvent
from intake.outbox.states import KIND_PARTNER, State
from intake.partners import gates

BATCH = 100
LOCAL_QUOTA = 3  # one after the other, all within one lease

_TABLE = OutboxDelivery._meta.db_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """Deliveries of one kind to one key, of which at most `quota` due `since` are taken."""

    key: LaneKey
    quota: int
    since: datetime


def claim(
    *, local_kinds: Collection[str], busy: Mapping[str, int], water: LowWater, now: datetime
) -> list[Parcel]:
    """Take what is due. `busy`: per partner how many of this worker's are on their way."""
    water.start(now=now)
    with transaction.atomic():
        probes = gates.lock_due_probes(now=now)
        lanes = _lanes(local_kinds, probes, busy, water)
        rows = _lease(lanes, now)
        probed = {row.partner_id for row in rows if row.partner_id in probes}
        gates.start_probes(partners=probed, until=_lease_end(now))
    _remember(water, lanes, rows, now)
    return _parcels(rows)


def _lanes(
    local_kinds: Collection[str], probes: Collection[str], busy: Mapping[str, int], water: LowWater
) -> list[Lane]:
    """Every lane that may move, in random order: a full batch must not favour the first."""
    free = {key: quota - busy.get(key, 0) for key, quota in gates.passing().items()}
    quotas = {(kind, ""): LOCAL_QUOTA for kind in local_kinds}
    quotas |= {(KIND_PARTNER, key): quota for key, quota in free.items() if quota > 0}
    quotas |= {(KIND_PARTNER, key): 1 for key in probes}
    lanes = [Lane(key=key, quota=quota, since=water.since(key)) for key, quota in quotas.items()]
    random.shuffle(lanes)
    return lanes


def _lease(lanes: Sequence[Lane], now: datetime) -> list[OutboxDelivery]:
    if not lanes:
        return []
    arms, parameters = [], []
    for lane in lanes:
        arm, values = _arm(lane, now)
        arms.append(arm)
        parameters.extend(values)
    statement = f"""
        WITH picked AS MATERIALIZED ({" UNION ALL ".join(arms)} LIMIT {BATCH})
        UPDATE {_TABLE}
        SET state = %s, fence = fence + 1, attempts = attempts + 1, lease_until = %s
        WHERE id IN (SELECT id FROM picked)
        RETURNING *"""  # noqa: S608 (only names of our own; every value is a parameter)
    return list(OutboxDelivery.objects.raw(statement, [*parameters, State.LEASED, _lease_end(now)]))


def _arm(lane: Lane, now: datetime) -> tuple[str, list[object]]:
    """The SELECT for one lane, which its own stretch of the partial index answers."""
    kind, key = lane.key
    partner = "partner_id = %s" if key else "partner_id IS NULL"
    arm = f"""SELECT id FROM (
        SELECT id FROM {_TABLE}
        WHERE state = %s AND kind = %s AND {partner} AND due >= %s AND due <= %s
        ORDER BY due, id LIMIT {lane.quota:d} {skip_locked_clause()}) AS lane"""  # noqa: S608
    return arm, [State.PENDING, kind, *([key] if key else []), lane.since, now]


def _remember(
    water: LowWater, lanes: Sequence[Lane], rows: Sequence[OutboxDelivery], now: datetime
) -> None:
    taken = [((row.kind, row.partner_id or ""), row.due) for row in rows]
    given = {lane for lane, _due in taken}
    full = len(rows) >= BATCH  # then an empty lane may not have been looked at
    emptied = [] if full else [lane.key for lane in lanes if lane.key not in given]
    water.saw(taken, emptied=emptied, now=now)


def _lease_end(now: datetime) -> datetime:
    return now + timedelta(seconds=settings.OUTBOX_LEASE_SECONDS)


def _parcels(rows: Sequence[OutboxDelivery]) -> list[Parcel]:
    ids = {row.event_id for row in rows}
    events = OutboxEvent.objects.defer("payload").in_bulk(ids) if ids else {}
    return [_parcel(row, events) for row in sorted(rows, key=lambda row: (row.due, row.id))]


def _parcel(row: OutboxDelivery, events: Mapping[uuid.UUID, OutboxEvent]) -> Parcel:
    event = events[row.event_id]
    return Parcel(
        id=row.id,
        fence=row.fence,
        kind=row.kind,
        key=row.partner_id or "",
        attempt=row.attempts,
        due=row.due,
        event_id=event.id,
        type=event.type,
        case_id=event.case_id,
        submission_id=event.submission_id,
        occurred_at=event.occurred_at,
    )
