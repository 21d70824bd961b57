"""Somebody who began with an e-mail address logs in with DigiD and keeps their drafts."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from intake.audit.record import record
from intake.submissions.assurance import Assurance
from intake.submissions.locking import locked
from intake.submissions.models import Draft


@transaction.atomic(durable=True)
def adopt_drafts(*, from_user_id: UUID, to_user_id: UUID, now: datetime) -> int:
    """Give one account's open drafts to another; how many there were.

    The caller has just seen one person prove both accounts in one session. What was
    entered at a higher level than e-mail never moves: it belongs to who proved that level.
    """
    drafts = list(
        locked(Draft.objects.owned_by(from_user_id).open().filter(assurance=Assurance.EMAIL))
    )
    Draft.objects.filter(id__in=[draft.id for draft in drafts]).update(
        owner_id=to_user_id, updated_at=now
    )
    for draft in drafts:
        record(
            actor=f"user:{to_user_id}",
            action="adopted",
            subject=f"draft:{draft.id}",
            purpose="step up",
            now=now,
        )
    return len(drafts)
