"""`manage.py outbox_relay [--once]`: the relay as a process of its own, without Celery."""

import signal
import threading
from argparse import ArgumentParser
from types import FrameType

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import close_old_connections

from intake.outbox import relay


class Command(BaseCommand):
    """Drains the outbox; a signal lets it finish what is under way."""

    help = "Send what is due, now and until stopped. A Celery worker does the same by itself."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--once."""
        parser.add_argument("--once", action="store_true", help="stop when nothing is due")

    def handle(self, *_args: object, once: bool, verbosity: int, **_options: object) -> None:
        """Drain once, or again after every pause."""
        if once:
            self._say(relay.drain(seconds=float("inf")), verbosity)
            return
        stopping = _stopping_on_signals()
        while not stopping.is_set():
            self._say(relay.drain(), verbosity)
            close_old_connections()
            stopping.wait(settings.OUTBOX_TIMER_SECONDS)

    def _say(self, tally: relay.Tally, verbosity: int) -> None:
        if tally.claimed and verbosity > 0:
            self.stdout.write(f"claimed {tally.claimed}, finished {tally.finished}")


def _stopping_on_signals() -> threading.Event:
    stopping = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    return stopping
