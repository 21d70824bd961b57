"""The doorbell: tells a worker that there is work. Losing every ring costs only time.

A thread rings, so that a commit never waits for the broker, and whatever comes
within `PAUSE_SECONDS` is one ring.
"""

import threading
import time
from collections.abc import Callable
from functools import partial

import structlog

from intake.outbox import tasks

PAUSE_SECONDS = 0.2
HINT_EXPIRES_SECONDS = 30

log = structlog.get_logger(__name__)


class Doorbell:
    """Rings, then pauses, from a thread of its own; survives a fork."""

    def __init__(self, *, ring: Callable[[], None], pause: Callable[[], None]) -> None:
        self.ring = ring
        self.pause = pause
        self.asked = threading.Event()
        self.starting = threading.Lock()
        self.thread: threading.Thread | None = None

    def press(self) -> None:
        """Ask for a ring; returns at once and never raises."""
        self.asked.set()
        with self.starting:
            if self.thread is None or not self.thread.is_alive():
                self.thread = threading.Thread(target=self._run, name="doorbell", daemon=True)
                self.thread.start()

    def _run(self) -> None:
        while True:
            self.asked.wait()
            self.asked.clear()
            try:
                self.ring()
            except Exception as error:  # noqa: BLE001 (whatever a broker does, the timer comes)
                log.warning("outbox.doorbell", error=type(error).__name__)
            self.pause()


def wake() -> None:
    """Let a worker look at the outbox soon."""
    _doorbell.press()


def _ring() -> None:
    tasks.drain.apply_async(expires=HINT_EXPIRES_SECONDS, retry=False)


_doorbell = Doorbell(ring=_ring, pause=partial(time.sleep, PAUSE_SECONDS))
