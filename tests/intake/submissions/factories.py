"""Residents, drafts and submissions, stored without going through the verbs."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser

from intake.cases.reference import new_reference
from intake.catalogue.models import Release
from intake.submissions.assurance import Assurance
from intake.submissions.models import Draft, FilerRole, Submission
from intake.vault.keys import create_data_key
from tests.intake.catalogue.factories import NOON


def resident() -> AbstractBaseUser:
    """Somebody without an address, as DigiD makes them."""
    return get_user_model().objects.create_user()


def release() -> Release:
    """An empty release, for what only needs one to point at."""
    return Release.objects.get_or_create(number=1, defaults={"created_at": NOON})[0]


def draft(owner: AbstractBaseUser | None = None, **columns: Any) -> Draft:
    """An open draft of the day."""
    now = columns.pop("now", NOON)
    defaults: dict[str, Any] = {
        "owner": owner or resident(),
        "release": release(),
        "data_key": create_data_key(now=now),
        "assurance": Assurance.EMAIL,
        "created_at": now,
        "updated_at": now,
        "expires_at": now + timedelta(days=30),
    }
    return Draft.objects.create(**(defaults | columns))


def submission(owner: AbstractBaseUser | None = None, **columns: Any) -> Submission:
    """A submission with nothing sealed in it."""
    defaults: dict[str, Any] = {
        "reference": new_reference(),
        "draft_id": uuid4(),
        "owner": owner or resident(),
        "release": release(),
        "data_key": create_data_key(now=NOON),
        "answers": b"",
        "received_at": NOON,
        "assurance": Assurance.SUBSTANTIAL,
        "role": FilerRole.SELF,
    }
    return Submission.objects.create(**(defaults | columns))
