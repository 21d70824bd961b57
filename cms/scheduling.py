"""What editors planned goes live on its date: every worker process looks once a minute."""

from typing import Final

from django.core.cache import cache
from django.core.management import call_command
from django.db import close_old_connections

from intake.outbox.timer import Timer

SECONDS: Final = 60
TURN: Final = "cms.scheduling.turn"

_timers: list[Timer] = []


def publish_due() -> None:
    """Publish and unpublish what is due; one process at a time takes a turn."""
    if cache.add(TURN, 1, timeout=SECONDS - 5):
        call_command("publish_scheduled", verbosity=0)


def look() -> None:
    """The same, from a thread that lives long: without a connection that grew old."""
    close_old_connections()
    try:
        publish_due()
    finally:
        close_old_connections()


def start(**_signal: object) -> None:
    """Start this process's timer; Celery's signal when a worker process begins."""
    timer = Timer(seconds=SECONDS, act=look)
    _timers.append(timer)
    timer.start()


def stop(**_signal: object) -> None:
    """Stop it; Celery's signal when a worker process ends."""
    while _timers:
        _timers.pop().stop()
