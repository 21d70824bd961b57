"""A resident begins an intake."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from intake.audit.record import record
from intake.catalogue.queries import current_release, questionnaire_of
from intake.submissions.assurance import Assurance
from intake.submissions.drafts import expiry
from intake.submissions.models import Draft, DraftTopic
from intake.vault.keys import create_data_key


class NothingChosen(Exception):
    """An intake is about at least one topic."""


@transaction.atomic(durable=True)
def start_draft(
    *,
    user_id: UUID,
    assurance: str,
    topic_keys: Collection[str],
    chosen_at: datetime,
    now: datetime,
) -> Draft:
    """Make a draft that stays with today's release of the catalogue.

    `chosen_at`: when the topics were chosen, which may be before logging in (bijstand
    counts from that day, Pw 44). Raises NothingChosen, UnknownTopic, NothingPublished.
    """
    if not topic_keys:
        raise NothingChosen
    release = current_release()
    questionnaire = questionnaire_of(release.id, topic_keys)
    draft = Draft.objects.create(
        owner_id=user_id,
        release=release,
        data_key=create_data_key(now=now),
        assurance=Assurance(assurance),
        created_at=now,
        updated_at=now,
        expires_at=expiry(now),
    )
    DraftTopic.objects.bulk_create(
        DraftTopic(draft=draft, topic=topic.key, chosen_at=min(chosen_at, now))
        for topic in questionnaire.topics
    )
    record(
        actor=f"user:{user_id}",
        action="started",
        subject=f"draft:{draft.id}",
        purpose="own intake",
        now=now,
    )
    return draft
