"""The outbox against its model; and without its fence, to see that the model would notice."""

from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from hypothesis.strategies import DataObject

from intake.outbox import finishing
from intake.outbox.destinations import Parcel
from intake.outbox.models import OutboxDelivery
from intake.outbox.states import State
from tests.intake.outbox.machine import OutboxMachine

pytestmark = pytest.mark.django_db
QUICK = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


class Draws(DataObject):
    """Draws what the test wants."""

    def __init__(self, wanted: Parcel) -> None:
        self.wanted = wanted

    def draw(self, _strategy: object, _label: object = None) -> Any:
        """The one thing, whatever is asked for."""
        return self.wanted


def test_it_behaves_as_modelled() -> None:
    run_state_machine_as_test(OutboxMachine, settings=QUICK)


def test_without_the_fence_the_model_notices(monkeypatch: pytest.MonkeyPatch) -> None:
    """By hand, because chance needs many tries to come upon a worker that is too late."""
    _report_late()

    def unfenced(row: OutboxDelivery | None, parcel: Parcel) -> bool:
        assert parcel
        return row is not None and row.state == State.LEASED

    monkeypatch.setattr(finishing, "_holds", unfenced)
    with pytest.raises(AssertionError):
        _report_late()


def _report_late() -> None:
    """Drive the machine: a worker reports after its lease, when another holds the delivery."""
    machine = OutboxMachine()
    machine.begin()
    try:
        machine.submit(partner="isd", count=1)
        machine.claim()
        machine.time_passes(seconds=61)
        machine.reap()
        machine.claim()
        late, _holder = machine.hands
        machine.report(data=Draws(late), outcome="sent")
        machine.database_and_model_agree()
    finally:
        machine.teardown()
