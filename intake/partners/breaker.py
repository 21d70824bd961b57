"""The circuit breaker of one gate: when it trips, when it lets a probe through.

It trips at five failures in a row, or when at least half of ten or more tries
within a minute failed. Then one probe at a time decides; each failed probe
doubles the wait, from half a minute to ten minutes.
"""

from datetime import datetime, timedelta

from intake.partners.models import GateState, PartnerGate

IN_A_ROW = 5
WINDOW = timedelta(seconds=60)
WINDOW_MINIMUM = 10
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=10)


def note(gate: PartnerGate, *, answered: bool, now: datetime) -> None:
    """Take one result into account. The gate is changed in memory only.

    `answered`: the partner's machine was there, whatever it thought of the message.
    """
    if gate.state == GateState.SHUT:
        return
    _count(gate, answered=answered, now=now)
    if answered:
        _pass(gate)
    elif gate.state == GateState.PROBING or (gate.state == GateState.PASSING and _too_many(gate)):
        _trip(gate, now)


def shut(gate: PartnerGate) -> None:
    """Let nothing through until somebody opens the gate."""
    gate.state, gate.retry_at = GateState.SHUT, None


def reopen(gate: PartnerGate) -> None:
    """Start afresh: the partner has a new address, or says it is well again."""
    _pass(gate)
    gate.window_started_at, gate.window_total, gate.window_failed = None, 0, 0


def _pass(gate: PartnerGate) -> None:
    gate.state, gate.retry_at = GateState.PASSING, None
    gate.trips = gate.consecutive_failures = 0


def _trip(gate: PartnerGate, now: datetime) -> None:
    gate.trips += 1
    wait = min(FIRST_WAIT * 2 ** min(gate.trips - 1, 10), LONGEST_WAIT)
    gate.state, gate.retry_at = GateState.TRIPPED, now + wait
    gate.window_started_at, gate.window_total, gate.window_failed = None, 0, 0


def _count(gate: PartnerGate, *, answered: bool, now: datetime) -> None:
    started = gate.window_started_at
    if started is None or not started <= now < started + WINDOW:
        gate.window_started_at, gate.window_total, gate.window_failed = now, 0, 0
    gate.window_total += 1
    gate.window_failed += not answered
    gate.consecutive_failures = 0 if answered else gate.consecutive_failures + 1


def _too_many(gate: PartnerGate) -> bool:
    return gate.consecutive_failures >= IN_A_ROW or (
        gate.window_total >= WINDOW_MINIMUM and 2 * gate.window_failed >= gate.window_total
    )
