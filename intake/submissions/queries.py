"""What other rooms and the portal may know of drafts and submissions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from intake.catalogue import queries as catalogue
from intake.questionnaire.definition import Topic
from intake.submissions.assurance import Assurance, demand
from intake.submissions.models import Draft, Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """A draft in a list. `opens`: whether the session's level is enough to open it."""

    id: UUID
    topics: tuple[Topic, ...]
    updated_at: datetime
    expires_at: datetime
    assurance: Assurance
    opens: bool


def drafts_of(*, user_id: UUID, assurance: str, now: datetime) -> Sequence[DraftView]:
    """A resident's open drafts, the last touched first."""
    drafts = Draft.objects.owned_by(user_id).open().filter(expires_at__gt=now)
    return [
        _draft_view(draft, assurance)
        for draft in drafts.prefetch_related("topics").order_by("-updated_at")
    ]


def submission_of_draft(*, draft_id: UUID, user_id: UUID, assurance: str) -> Submission | None:
    """The submission that a resident's draft became, None when it did not (yet).

    Raises AssuranceTooLow.
    """
    submissions = Submission.objects.owned_by(user_id).filter(draft_id=draft_id)
    return _opened(submissions.select_related("data_key").first(), assurance)


def submission_by_id(submission_id: UUID) -> Submission:
    """A submission with its data key, for what the outbox carries (receipt, mail, delivery).

    Raises Submission.DoesNotExist.
    """
    return Submission.objects.select_related("data_key").get(id=submission_id)


def expired_count(now: datetime) -> int:
    """How many drafts a purge would delete."""
    return Draft.objects.expired(now).count()


def open_count(topics: Collection[str], *, now: datetime) -> int:
    """How many open drafts hold at least one of these topics."""
    drafts = Draft.objects.open().filter(expires_at__gt=now, topics__topic__in=topics)
    return drafts.distinct().count()


def open_by_release(*, now: datetime) -> Mapping[UUID, int]:
    """How many open drafts each release has that has any."""
    drafts = Draft.objects.open().filter(expires_at__gt=now).order_by()
    rows = drafts.values("release_id").annotate(count=Count("id"))
    return {row["release_id"]: row["count"] for row in rows}


def _opened(submission: Submission | None, assurance: str) -> Submission | None:
    if submission is not None:
        demand(have=assurance, need=submission.assurance)
    return submission


def _draft_view(draft: Draft, assurance: str) -> DraftView:
    chosen = {each.topic for each in draft.topics.all()}
    topics = catalogue.catalogue_of(draft.release_id).topics
    level = Assurance(draft.assurance)
    return DraftView(
        id=draft.id,
        topics=tuple(topic for topic in topics if topic.key in chosen),
        updated_at=draft.updated_at,
        expires_at=draft.expires_at,
        assurance=level,
        opens=Assurance(assurance).covers(level),
    )
