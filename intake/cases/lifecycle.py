"""What may happen to a case after what, at one recipient, and who may say so."""

from collections.abc import Mapping
from enum import Enum

from intake.cases.status import Status


class Actor(Enum):
    """Who causes a status."""

    SYSTEM = "system"
    PARTNER = "partner"
    RESIDENT = "resident"


class TransitionRefused(Exception):
    """A status that cannot follow the present one, or is not this actor's to give."""

    def __init__(self, *, current: Status, wanted: Status) -> None:
        super().__init__(f"{wanted.value} cannot follow {current.value}")
        self.current = current
        self.wanted = wanted


_AT_WORK = frozenset(
    {Status.ACCEPTED, Status.RETURNED, Status.QUESTION, Status.IN_PROGRESS, Status.DONE}
)

TRANSITIONS: Mapping[Status, frozenset[Status]] = {
    # A partner may be quicker than our own record of sending and arriving.
    Status.RECEIVED: _AT_WORK | {Status.SENT, Status.DELIVERED, Status.WITHDRAWN},
    Status.SENT: _AT_WORK | {Status.DELIVERED, Status.WITHDRAWN},
    Status.DELIVERED: _AT_WORK | {Status.WITHDRAWN},
    Status.ACCEPTED: (_AT_WORK - {Status.ACCEPTED}) | {Status.WITHDRAWN},
    Status.QUESTION: _AT_WORK | {Status.WITHDRAWN},
    Status.IN_PROGRESS: (_AT_WORK - {Status.ACCEPTED}) | {Status.WITHDRAWN},
    Status.RETURNED: frozenset({Status.WITHDRAWN}),
    Status.DONE: frozenset(),
    Status.WITHDRAWN: frozenset(),
}

GIVEN_BY: Mapping[Status, Actor] = {
    Status.RECEIVED: Actor.SYSTEM,
    Status.SENT: Actor.SYSTEM,
    Status.DELIVERED: Actor.PARTNER,
    Status.ACCEPTED: Actor.PARTNER,
    Status.RETURNED: Actor.PARTNER,
    Status.QUESTION: Actor.PARTNER,
    Status.IN_PROGRESS: Actor.PARTNER,
    Status.DONE: Actor.PARTNER,
    Status.WITHDRAWN: Actor.RESIDENT,
}


def may_follow(*, current: Status, wanted: Status, by: Actor) -> bool:
    """Whether this actor may bring a case from one status to another."""
    return GIVEN_BY[wanted] is by and wanted in TRANSITIONS[current]
