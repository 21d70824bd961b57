"""A resident takes a case back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from intake.actions.news import news
from intake.audit.record import record
from intake.cases.history import CaseNotFound, add_event, lock_case
from intake.cases.lifecycle import Actor
from intake.cases.status import Status
from intake.outbox import deliveries
from intake.outbox.events import emit
from intake.submissions.assurance import demand


@transaction.atomic(durable=True)
def withdraw_case(*, case_id: UUID, user_id: UUID, assurance: str, now: datetime) -> list[str]:
    """Withdraw a case; the keys of the recipients that were stopped in time. A mail confirms it.

    Who has it already, or is getting it at this very moment, sees the withdrawal in its
    own time: tell the resident whom to call. Raises CaseNotFound (also for somebody
    else's), AssuranceTooLow, TransitionRefused (it is done, or withdrawn before).
    """
    case = lock_case(case_id=case_id)
    if case.submission.owner_id != user_id:
        raise CaseNotFound(str(case_id))
    demand(have=assurance, need=case.submission.assurance)
    event = add_event(case, status=Status.WITHDRAWN, by=Actor.RESIDENT, now=now)
    stopped = deliveries.withdraw(case_id=case.id, now=now)
    emit(event=news(submission_id=case.submission_id, about=event.id), now=now)
    record(
        actor=f"user:{user_id}",
        action="withdrew",
        subject=f"case:{case.id}",
        purpose="own case",
        now=now,
    )
    return stopped
