"""What is done on its date without anybody looking: every worker process looks once a minute.

What editors planned goes live; once a day what was kept long enough goes, and who should
read a page again is told; once a week other sites are asked whether they are still there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import structlog
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import close_old_connections

from intake.outbox.timer import Timer

SECONDS: Final = 60
DAY: Final = 24 * 60 * 60

log = structlog.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Chore:
    """A command of `manage.py`, and after how many seconds its turn comes again."""

    command: str
    seconds: int

    @property
    def turn(self) -> str:
        """Who adds this to the cache has the turn."""
        return f"cms.scheduling.{self.command}"


PUBLISH: Final = Chore(command="publish_scheduled", seconds=SECONDS - 5)
CHORES: Final = (
    PUBLISH,
    Chore(command="purge_expired", seconds=DAY),
    Chore(command="clearsessions", seconds=DAY),
    Chore(command="remind_reviewers", seconds=DAY),
)
ASK_OTHERS: Final = Chore(command="check_links", seconds=7 * DAY)

_timers: list[Timer] = []


def do_due(chores: Sequence[Chore] = CHORES) -> None:
    """Do what is due; one process at a time takes a turn, and one failure stops nothing else."""
    for chore in chores:
        if not cache.add(chore.turn, 1, timeout=chore.seconds):
            continue
        try:
            call_command(chore.command, verbosity=0)
        except Exception as error:  # noqa: BLE001 (the others are due too)
            log.error("chore.failed", subject=chore.command, error=type(error).__name__)


def look() -> None:
    """The same, from a thread that lives long: without a connection that grew old."""
    close_old_connections()
    try:
        do_due((*CHORES, ASK_OTHERS) if settings.CHECK_LINKS else CHORES)
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
