"""Urgent after sending: how long a case goes on saying that the resident must call."""

from collections.abc import Sequence

from intake.cases.alarm import Alarm
from intake.cases.queries import CaseView
from intake.cases.status import Status
from intake.outbox.progress import Progress

ENDED = frozenset({Status.RETURNED, Status.DONE, Status.WITHDRAWN})
"""After these no term runs any more."""
HELPING = frozenset({Status.IN_PROGRESS, Status.DONE})
"""Somebody is at work on it: more than having picked it up."""


def alarm_of(case: CaseView) -> Alarm | None:
    """The alarm of an urgent case until all who have it are at work on it, or it ended.

    Picked up is not helped: what threatens still does.
    """
    if case.status in ENDED or all(_helps(case, each.key) for each in case.recipients):
        return None
    return case.alarm


def is_taken(progress: Sequence[Progress]) -> bool:
    """Whether all who have it picked it up: then nobody needs to call because of waiting."""
    return all(each.picked_up_at for each in progress)


def _helps(case: CaseView, recipient: str) -> bool:
    return any(event.recipient == recipient and event.status in HELPING for event in case.history)
