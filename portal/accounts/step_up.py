"""From an e-mail session to DigiD: what was filled in comes along."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from intake.actions.adopt_drafts import adopt_drafts
from intake.submissions.assurance import Assurance
from portal.accounts import assurance
from portal.accounts.models import User

FROM = "drafts_from"


def note_email_session(request: HttpRequest, state: dict[str, Any]) -> None:
    """Remember in the log-in's state which resident's e-mail session it replaces.

    Only that kind: another person's DigiD session, or a colleague's, gives nothing away.
    """
    user = request.user
    if not isinstance(user, User) or user.is_staff:
        return
    if assurance.level(request) == Assurance.EMAIL:
        state[FROM] = str(user.pk)


def bring_drafts(state: dict[str, Any], *, to: User, now: datetime) -> None:
    """Give the open drafts of the replaced session to who logged in instead."""
    origin = state.pop(FROM, None)
    if origin and origin != str(to.pk):
        adopt_drafts(from_user_id=UUID(origin), to_user_id=to.pk, now=now)
