"""A resident adds or drops topics of a draft."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from intake.actions.start_draft import NothingChosen
from intake.catalogue.queries import questionnaire_of
from intake.questionnaire.answers import AnswerKey
from intake.questionnaire.questions import Questionnaire
from intake.submissions.contents import answered_keys, remove_answers
from intake.submissions.drafts import lock_open_draft, touch
from intake.submissions.drafts import topic_keys as chosen_keys
from intake.submissions.models import Draft, DraftTopic


@transaction.atomic(durable=True)
def change_topics(
    *,
    draft_id: UUID,
    user_id: UUID,
    assurance: str,
    topic_keys: Collection[str],
    now: datetime,
) -> Draft:
    """Make these the topics of a draft; the ones that stay keep the moment they were chosen.

    Answers that none of these topics asks for are removed: dropping a topic drops its
    data, and what was told to its recipients only. Raises NothingChosen, UnknownTopic,
    DraftNotFound, AssuranceTooLow, DraftSubmitted.
    """
    if not topic_keys:
        raise NothingChosen
    draft = lock_open_draft(draft_id=draft_id, user_id=user_id, assurance=assurance)
    questionnaire = questionnaire_of(draft.release_id, topic_keys)
    before = chosen_keys(draft)
    draft.topics.exclude(topic__in=topic_keys).delete()
    DraftTopic.objects.bulk_create(
        DraftTopic(draft=draft, topic=topic.key, chosen_at=now)
        for topic in questionnaire.topics
        if topic.key not in before
    )
    unasked = {key for key in answered_keys(draft) if _unasked(key, questionnaire)}
    remove_answers(draft, keys=unasked)
    touch(draft, assurance=assurance, now=now)
    return draft


def _unasked(text: str, questionnaire: Questionnaire) -> bool:
    """Whether none of the topics asks for the answer with this key, or sends it anywhere."""
    key = AnswerKey.parse(text)
    recipients = {"", *(each.key for each in questionnaire.recipients)}
    asked = {question.key for question in questionnaire.questions}
    return key.question not in asked or key.recipient not in recipients
