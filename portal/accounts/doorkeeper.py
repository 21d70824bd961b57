"""What the wizard asks about who is at its door."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from intake.vault.sealing import Opening
from portal.accounts import assurance
from portal.accounts.identity import bsn_of
from portal.accounts.models import User


class Doorkeeper:
    """The portal's answers; registered with `intake.wizard.visitor`."""

    def level(self, request: HttpRequest) -> str:
        """The value of an Assurance: the level of this session."""
        return assurance.level(request)

    def bsn(self, user_id: UUID, *, now: datetime) -> str:
        """The BSN of somebody who logged in with DigiD. Raises BsnUnknown."""
        subject = f"user:{user_id}"
        opening = Opening(actor=subject, purpose="own intake", subject=subject, at=now)
        return bsn_of(User.objects.get(id=user_id), opening)

    def step_up_url(self, back_to: str) -> str:
        """The page that explains and leads to DigiD, and back to a path of ours."""
        return f"{reverse('account_step_up')}?{urlencode({'next': back_to})}"
