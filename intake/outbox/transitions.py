"""What the outcome of a try does to a delivery: a table, and values in and out."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TypeAlias

from intake.outbox import backoff
from intake.outbox.destinations import Outcome, Result
from intake.outbox.models import OutboxDelivery
from intake.outbox.states import State

REFUSALS = 2
CRASHES = 5
KEPT_AFTER_RECEIPT = timedelta(days=30)

Changes: TypeAlias = dict[str, object]


def after(delivery: OutboxDelivery, outcome: Outcome, *, now: datetime) -> Changes:
    """The new values of the delivery's columns."""
    changes = _TABLE[outcome.result](delivery, outcome, now)
    changes = {"lease_until": None, "crashes": 0, "reason": outcome.reason} | changes
    return _unless_withdrawn(delivery, changes, now)


def after_crash(delivery: OutboxDelivery, *, now: datetime) -> Changes:
    """The new values when a worker took it and never came back."""
    crashes = delivery.crashes + 1
    changes: Changes = {"lease_until": None, "crashes": crashes, "reason": "crash"}
    if crashes >= CRASHES:
        changes["state"] = State.DEAD
    else:
        changes |= {"state": State.PENDING, "due": now}
    return _unless_withdrawn(delivery, changes, now)


def acknowledged(delivery: OutboxDelivery, *, now: datetime) -> Changes:
    """The new values when its receiver says it has it."""
    return {
        "state": State.ACKNOWLEDGED,
        "sent_at": delivery.sent_at or now,
        "acknowledged_at": now,
        "purge_at": now + KEPT_AFTER_RECEIPT,
        "lease_until": None,
        "reason": "",
    }


def withdrawn(*, now: datetime) -> Changes:
    """The new values when it will not be sent any more."""
    return {"state": State.WITHDRAWN, "reason": "", "purge_at": now}


def restarted(*, now: datetime) -> Changes:
    """The new values when a person has mended what stopped it."""
    return {
        "state": State.PENDING,
        "due": now,
        "attempts": 0,
        "refusals": 0,
        "crashes": 0,
        "reason": "",
    }


def _unless_withdrawn(delivery: OutboxDelivery, changes: Changes, now: datetime) -> Changes:
    """The changes, but a case that was withdrawn meanwhile is not sent again."""
    if delivery.withdraw_asked_at is None or changes["state"] in {State.SENT, State.ACKNOWLEDGED}:
        return changes
    return changes | withdrawn(now=now)


def _sent(_delivery: OutboxDelivery, _outcome: Outcome, now: datetime) -> Changes:
    return {"state": State.SENT, "sent_at": now}


def _delivered(delivery: OutboxDelivery, _outcome: Outcome, now: datetime) -> Changes:
    return acknowledged(delivery, now=now)


def _retry(delivery: OutboxDelivery, outcome: Outcome, now: datetime) -> Changes:
    wait = backoff.delay(attempts=delivery.attempts, retry_after=outcome.retry_after)
    if wait is None:
        return {"state": State.DEAD}
    return {"state": State.PENDING, "due": now + wait}


def _refused(delivery: OutboxDelivery, outcome: Outcome, now: datetime) -> Changes:
    refusals = delivery.refusals + 1
    if refusals >= REFUSALS:
        return {"state": State.HELD, "refusals": refusals}
    return _retry(delivery, outcome, now) | {"refusals": refusals}


def _held(_delivery: OutboxDelivery, _outcome: Outcome, _now: datetime) -> Changes:
    return {"state": State.HELD}


_TABLE: Mapping[Result, Callable[[OutboxDelivery, Outcome, datetime], Changes]] = {
    Result.SENT: _sent,
    Result.ACKNOWLEDGED: _delivered,
    Result.RETRY: _retry,
    Result.REFUSED: _refused,
    Result.GONE: _held,
    Result.HOLD: _held,
}
