"""The doorbell and the timer: losing rings costs time only, and nobody waits for a broker."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from celery import Celery
from django.db import transaction

from intake.outbox import tasks, wake
from intake.outbox.destinations import Destination
from intake.outbox.events import emit
from intake.outbox.timer import Timer
from portal.celery import app
from portal.settings.stores import broker_options
from tests.intake.outbox import factories

PATIENCE = 60  # seconds that a thread may take to get its turn


@dataclass
class Bell:
    """Counts its rings instead of ringing."""

    broken: bool = False
    rings: int = 0

    def __call__(self) -> None:
        self.rings += 1
        if self.broken:
            raise ConnectionError


@dataclass
class Pause:
    """A pause that lasts until the test ends it."""

    begun: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    over: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def __call__(self) -> None:
        self.begun.release()
        self.over.acquire()

    def await_begin(self) -> None:
        """Return when the doorbell has rung and pauses."""
        assert self.begun.acquire(timeout=PATIENCE), "it never came to a pause"

    def end(self) -> None:
        """Let the doorbell go on."""
        self.over.release()


@dataclass
class Button:
    """What `wake` presses; counts the presses."""

    presses: int = 0

    def press(self) -> None:
        """Count."""
        self.presses += 1


def test_many_presses_are_few_rings() -> None:
    bell, pause = Bell(), Pause()
    doorbell = wake.Doorbell(ring=bell, pause=pause)
    doorbell.press()
    pause.await_begin()
    for _ in range(100):
        doorbell.press()
    assert bell.rings == 1, "it rings during its pause"
    pause.end()
    pause.await_begin()
    assert (bell.rings, doorbell.asked.is_set()) == (2, False), "one ring for all of them"


def test_a_broken_broker_breaks_nothing() -> None:
    bell, pause = Bell(broken=True), Pause()
    doorbell = wake.Doorbell(ring=bell, pause=pause)
    for rings in (1, 2, 3):
        doorbell.press()
        pause.await_begin()
        assert bell.rings == rings
        pause.end()


@pytest.mark.django_db(transaction=True)
def test_it_rings_when_the_transaction_commits_and_not_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    button = Button()
    monkeypatch.setattr(wake, "_doorbell", button)
    with transaction.atomic():
        emit(event=factories.new_event(Destination("receipt")), now=factories.NOON)
        assert button.presses == 0
    assert button.presses == 1


def test_a_ring_lays_one_message_at_the_broker(tmp_path: Path) -> None:
    broker = Celery(broker="filesystem://", set_as_current=False)
    broker.conf.broker_transport_options = broker_options("filesystem://", tmp_path)
    broker.set_current()
    try:
        wake._ring()
    finally:
        app.set_current()
        broker.close()
    [message] = (tmp_path / "broker" / "messages").iterdir()
    assert tasks.drain.name in message.read_text(encoding="utf-8")


def test_a_ring_carries_nothing_but_a_name() -> None:
    assert tasks.drain.name == "voordeur.outbox.drain"
    assert tasks.drain.ignore_result


def test_the_timer_goes_on_after_a_failure_and_stops_when_told() -> None:
    calls = []
    enough = threading.Event()

    def act() -> None:
        calls.append(1)
        if len(calls) == 1:
            raise ValueError("once")
        enough.set()

    timer = Timer(seconds=0.01, act=act)
    timer.start()
    assert enough.wait(PATIENCE)
    timer.stop()
    timer.thread.join(PATIENCE)
    assert not timer.thread.is_alive()
