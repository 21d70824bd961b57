"""What somebody chose before logging in: in the session, with the moment of choosing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase

KEY = "intake_choice"


@dataclass(frozen=True, slots=True)
class Choice:
    """Topics, and when the first of them was chosen (bijstand counts from that day, Pw 44)."""

    topics: tuple[str, ...]
    chosen_at: datetime


def remember(session: SessionBase, *, topics: Sequence[str], now: datetime) -> Choice:
    """Keep a choice; one that is changed keeps its moment."""
    earlier = remembered(session)
    choice = Choice(tuple(topics), earlier.chosen_at if earlier else now)
    session[KEY] = {"topics": list(choice.topics), "at": choice.chosen_at.isoformat()}
    return choice


def remembered(session: SessionBase) -> Choice | None:
    """The choice that was kept, None when there is none."""
    kept = session.get(KEY)
    if kept is None:
        return None
    return Choice(tuple(kept["topics"]), datetime.fromisoformat(kept["at"]))


def forget(session: SessionBase) -> None:
    """The choice became an intake."""
    session.pop(KEY, None)
