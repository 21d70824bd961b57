"""A timer in every worker process: what is due is done, whether or not the doorbell works."""

import threading
from collections.abc import Callable

import structlog
from django.conf import settings

from intake.outbox import relay

STOP_SECONDS = 5  # what is cut off then goes again after its lease

log = structlog.get_logger(__name__)


class Timer:
    """Calls `act` every so many seconds, from a thread, until it is stopped."""

    def __init__(self, *, seconds: float, act: Callable[[], None]) -> None:
        self.seconds = seconds
        self.act = act
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self._run, name="outbox-timer", daemon=True)

    def start(self) -> None:
        """Begin; the first call comes after one period."""
        self.thread.start()

    def stop(self) -> None:
        """End; a call that is under way gets a moment to finish."""
        self.stopping.set()
        self.thread.join(timeout=STOP_SECONDS)

    def _run(self) -> None:
        while not self.stopping.wait(self.seconds):
            try:
                self.act()
            except Exception as error:  # noqa: BLE001 (a timer that dies is worse than a failure)
                log.error("outbox.timer", error=type(error).__name__)


_timers: list[Timer] = []


def start(**_signal: object) -> None:
    """Start this process's timer; Celery's signal when a worker process begins."""
    timer = Timer(seconds=settings.OUTBOX_TIMER_SECONDS, act=relay.attend)
    _timers.append(timer)
    timer.start()


def stop(**_signal: object) -> None:
    """Stop it; Celery's signal when a worker process ends."""
    while _timers:
        _timers.pop().stop()
