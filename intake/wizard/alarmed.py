"""Urgent after sending: how long a case goes on saying that the resident must call."""

from collections.abc import Sequence

from intake.cases.alarm import Alarm
from intake.cases.queries import CaseView
from intake.cases.status import Status
from intake.outbox.progress import Progress

ENDED = frozenset({Status.RETURNED, Status.DONE, Status.WITHDRAWN})
"""After these no term runs any more."""


def alarm_of(case: CaseView, progress: Sequence[Progress]) -> Alarm | None:
    """The alarm of an urgent case until all who got it have picked it up, or it ended."""
    if case.status in ENDED or all(each.picked_up_at for each in progress):
        return None
    return case.alarm
