"""The breaker: when it trips, how long it waits, how it comes back."""

import pytest

from intake.partners import breaker
from intake.partners.models import GateState, PartnerGate
from tests.intake.outbox.factories import NOON, Clock


@pytest.fixture
def gate() -> PartnerGate:
    return PartnerGate(partner_id="isd")


def noted(gate: PartnerGate, results: str, clock: Clock | None = None) -> str:
    """Take results in, "." for an answer and "x" for none; the state after them."""
    for result in results:
        breaker.note(gate, answered=result == ".", now=clock() if clock else NOON)
    return gate.state


@pytest.mark.parametrize(
    ("results", "state"),
    [
        ("xxxx", GateState.PASSING),
        ("xxxxx", GateState.TRIPPED),
        ("xxxx.xxxx", GateState.PASSING),
        ("x.x.x.x.x.", GateState.PASSING),
        ("x.x.x.x..x", GateState.TRIPPED),
        (".x.x.x.x.x", GateState.TRIPPED),
        ("....xxx...xx", GateState.PASSING),
    ],
)
def test_five_in_a_row_or_half_of_ten(gate: PartnerGate, results: str, state: str) -> None:
    assert noted(gate, results) == state


def test_the_count_is_of_the_last_minute(gate: PartnerGate) -> None:
    clock = Clock()
    noted(gate, "x.x.x.x.", clock)
    clock.forward(seconds=61)
    assert noted(gate, "x.x", clock) == GateState.PASSING


def test_each_failed_probe_doubles_the_wait(gate: PartnerGate) -> None:
    clock = Clock()
    noted(gate, "xxxxx", clock)
    waits = []
    for _ in range(7):
        assert gate.retry_at is not None
        waits.append((gate.retry_at - clock.now).total_seconds())
        clock.now = gate.retry_at
        gate.state = GateState.PROBING
        assert noted(gate, "x", clock) == GateState.TRIPPED
    assert waits == [30, 60, 120, 240, 480, 600, 600]


def test_an_answered_probe_opens_it_as_if_nothing_happened(gate: PartnerGate) -> None:
    noted(gate, "xxxxx")
    gate.state = GateState.PROBING
    assert noted(gate, ".") == GateState.PASSING
    assert (gate.trips, gate.consecutive_failures, gate.retry_at) == (0, 0, None)


def test_failures_that_come_in_after_it_tripped_change_nothing(gate: PartnerGate) -> None:
    noted(gate, "xxxxx")
    until = gate.retry_at
    assert noted(gate, "xxxxxxxxx") == GateState.TRIPPED
    assert (gate.retry_at, gate.trips) == (until, 1)


def test_what_is_shut_stays_shut_until_somebody_opens_it(gate: PartnerGate) -> None:
    breaker.shut(gate)
    assert noted(gate, ".....") == GateState.SHUT
    breaker.reopen(gate)
    assert gate.state == GateState.PASSING
