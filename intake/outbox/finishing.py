"""Writing down how tries ended; a report under an old fence changes nothing.

1. Lock the deliveries of the batch, in one order.
2. Keep the reports whose delivery is still leased under the fence they name. The
   rest is stale: somebody else has taken that delivery, or its receipt is in.
3. Apply the transitions, write the tries, tell the gates (also of tries whose receipt
   came first). One transaction.

A try that found no key may be written down after the key came: under the lock of the
gate, which whoever brings a key takes too, it is looked for once more.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from django.db import transaction

from intake.outbox import transitions
from intake.outbox.destinations import NO_KEY, Outcome, Parcel, Result
from intake.outbox.models import OutboxAttempt, OutboxDelivery
from intake.outbox.states import KIND_PARTNER, State
from intake.outbox.transitions import Changes
from intake.partners import gates
from intake.partners.keys import encryption_keys

log = structlog.get_logger(__name__)

ANSWERED = {Result.SENT, Result.ACKNOWLEDGED, Result.REFUSED, Result.GONE}
STUCK = {State.HELD, State.DEAD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How the try of one claimed parcel ended, when it started and how long it took."""

    parcel: Parcel
    outcome: Outcome
    started_at: datetime
    milliseconds: int


def finish(*, reports: Sequence[Report], now: datetime) -> int:
    """Write down a batch; how many of the reports still counted."""
    if not reports:
        return 0
    with transaction.atomic():
        rows = _locked([report.parcel.id for report in reports])
        valid = [report for report in reports if _holds(rows.get(report.parcel.id), report.parcel)]
        keyed = _keyed(reports)
        changes = {
            report.parcel.id: transitions.after(
                rows[report.parcel.id], _outcome(report, keyed), now=now
            )
            for report in valid
        }
        _apply(changes)
        OutboxAttempt.objects.bulk_create(_attempt(report) for report in valid)
        _tell_gates([*valid, *_overtaken(reports, rows)], now)
    _log(reports, valid)
    _log_stuck(rows, changes)
    return len(valid)


def reap(*, now: datetime) -> int:
    """Give back what crashed workers held; a fifth crash in a row makes it dead."""
    with transaction.atomic():
        expired = OutboxDelivery.objects.lease_expired(now)
        rows = {row.id: row for row in expired.select_for_update(skip_locked=True, no_key=True)}
        changes = {key: transitions.after_crash(row, now=now) for key, row in rows.items()}
        _apply(changes)
    for key, row in rows.items():
        log.warning("outbox.lease_expired", delivery=str(key), crashes=row.crashes + 1)
    _log_stuck(rows, changes)
    return len(rows)


def _locked(ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, OutboxDelivery]:
    rows = OutboxDelivery.objects.filter(id__in=ids).order_by("id")
    return {row.id: row for row in rows.select_for_update(no_key=True)}


def _holds(row: OutboxDelivery | None, parcel: Parcel) -> bool:
    return row is not None and row.state == State.LEASED and row.fence == parcel.fence


def _overtaken(reports: Sequence[Report], rows: Mapping[uuid.UUID, OutboxDelivery]) -> list[Report]:
    """Reports of tries whose receipt came first: the gate must still hear of the answer."""
    found = ((report, rows.get(report.parcel.id)) for report in reports)
    return [
        report
        for report, row in found
        if row and row.state == State.ACKNOWLEDGED and row.fence == report.parcel.fence
    ]


def _keyed(reports: Sequence[Report]) -> Collection[str]:
    """Partners that have a key by now, of those whose key was not found."""
    lacking = {report.parcel.key for report in reports if report.outcome.reason == NO_KEY}
    if not lacking:
        return ()
    gates.lock(partners={report.parcel.key for report in reports})  # all, so in one order
    return encryption_keys(lacking)


def _outcome(report: Report, keyed: Collection[str]) -> Outcome:
    if report.outcome.reason == NO_KEY and report.parcel.key in keyed:
        return Outcome.retry(NO_KEY)
    return report.outcome


def _apply(changes: Mapping[uuid.UUID, Changes]) -> None:
    """Update locked rows, those that change alike in one statement."""
    alike: defaultdict[frozenset[tuple[str, object]], list[uuid.UUID]] = defaultdict(list)
    for row_id, values in changes.items():
        alike[frozenset(values.items())].append(row_id)
    for columns, ids in alike.items():
        OutboxDelivery.objects.filter(id__in=ids).update(**dict(columns))


def _attempt(report: Report) -> OutboxAttempt:
    return OutboxAttempt(
        delivery_id=report.parcel.id,
        number=report.parcel.attempt,
        fence=report.parcel.fence,
        started_at=report.started_at,
        milliseconds=report.milliseconds,
        status=report.outcome.status,
        result=report.outcome.result,
        reason=report.outcome.reason,
    )


def _tell_gates(reports: Sequence[Report], now: datetime) -> None:
    results: defaultdict[str, list[bool]] = defaultdict(list)
    gone = set()
    for report in reports:
        if report.parcel.kind != KIND_PARTNER or report.outcome.ours:
            continue
        results[report.parcel.key].append(report.outcome.result in ANSWERED)
        if report.outcome.result is Result.GONE:
            gone.add(report.parcel.key)
    gates.note_results(results=results, now=now)
    gates.shut(partners=gone)


def _log(reports: Sequence[Report], valid: Sequence[Report]) -> None:
    counted = {report.parcel.id for report in valid}
    for report in reports:
        log.info(
            "outbox.tried" if report.parcel.id in counted else "outbox.stale",
            delivery=str(report.parcel.id),
            destination=report.parcel.key or report.parcel.kind,
            attempt=report.parcel.attempt,
            result=str(report.outcome.result),
            reason=report.outcome.reason,
            milliseconds=report.milliseconds,
        )


def _log_stuck(
    rows: Mapping[uuid.UUID, OutboxDelivery], changes: Mapping[uuid.UUID, Changes]
) -> None:
    """Tell who watches the log that a person must look at these."""
    for key, values in changes.items():
        if values["state"] in STUCK:
            log.error(
                "outbox.stuck",
                delivery=str(key),
                destination=rows[key].partner_id or rows[key].kind,
                state=str(values["state"]),
                reason=values["reason"],
            )
