"""How long a session lasts, beside the idle time that its expiry in the database enforces."""

from datetime import UTC, datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

STARTED: Final = "signed_in_at"


def start(session: SessionBase, *, now: datetime) -> None:
    """Note when this session's user logged in."""
    session[STARTED] = int(now.timestamp())


def is_over(session: SessionBase, *, now: datetime) -> bool:
    """Whether the absolute limit has passed; a log-in that nobody noted is over too."""
    started = datetime.fromtimestamp(session.get(STARTED, 0), UTC)
    return now - started > timedelta(seconds=settings.SESSION_ABSOLUTE_SECONDS)


def seconds_left(session: SessionBase, *, now: datetime) -> int:
    """Until the session ends when nothing more is asked of us."""
    started = datetime.fromtimestamp(session.get(STARTED, 0), UTC)
    absolute = started + timedelta(seconds=settings.SESSION_ABSOLUTE_SECONDS) - now
    return max(0, min(settings.SESSION_IDLE_SECONDS, int(absolute.total_seconds())))
