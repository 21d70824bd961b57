"""Getting at a draft: the owner's, at the level it was filled in, and locked for a verb."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from intake.submissions.assurance import Assurance, demand
from intake.submissions.locking import locked
from intake.submissions.models import Draft, DraftQuerySet


class DraftNotFound(Exception):
    """No such draft, or it is somebody else's: the two look the same."""


class DraftSubmitted(Exception):
    """The draft was submitted; it cannot be changed any more."""


def draft_of(*, draft_id: UUID, user_id: UUID, assurance: str) -> Draft:
    """A resident's draft with its data key and topics, also when it is only a stub by now.

    Raises DraftNotFound, AssuranceTooLow.
    """
    drafts = Draft.objects.select_related("data_key").prefetch_related("topics")
    return _owned(drafts, draft_id=draft_id, user_id=user_id, assurance=assurance)


def lock_draft(*, draft_id: UUID, user_id: UUID, assurance: str) -> Draft:
    """The same for a verb, inside its transaction: one verb at a time works on a draft.

    Raises DraftNotFound, AssuranceTooLow.
    """
    drafts = locked(Draft.objects.select_related("data_key"))
    return _owned(drafts, draft_id=draft_id, user_id=user_id, assurance=assurance)


def lock_open_draft(*, draft_id: UUID, user_id: UUID, assurance: str) -> Draft:
    """The same, still open. Raises DraftNotFound, AssuranceTooLow, DraftSubmitted."""
    draft = lock_draft(draft_id=draft_id, user_id=user_id, assurance=assurance)
    if draft.submitted_at:
        raise DraftSubmitted(str(draft_id))
    return draft


def topic_keys(draft: Draft) -> Collection[str]:
    """The topics chosen in a draft."""
    return frozenset(chosen.topic for chosen in draft.topics.all())


def expiry(now: datetime) -> datetime:
    """Until when a draft that is touched now is kept."""
    days: int = settings.DRAFT_DAYS
    return now + timedelta(days=days)


def touch(draft: Draft, *, assurance: str, now: datetime, page: str = "") -> None:
    """Note that something was entered, at which level, on which page; its days start anew."""
    if not Assurance(draft.assurance).covers(Assurance(assurance)):
        draft.assurance = assurance
    draft.updated_at = now
    draft.expires_at = expiry(now)
    draft.last_page = page or draft.last_page
    draft.save(update_fields=["assurance", "updated_at", "expires_at", "last_page"])


def _owned(drafts: DraftQuerySet, *, draft_id: UUID, user_id: UUID, assurance: str) -> Draft:
    draft = drafts.owned_by(user_id).filter(id=draft_id).first()
    if draft is None:
        raise DraftNotFound(str(draft_id))
    demand(have=assurance, need=draft.assurance)
    return draft
