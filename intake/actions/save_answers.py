"""A resident answers, changes or takes back one page of a draft."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from intake.catalogue.queries import questionnaire_of
from intake.questionnaire.answers import Answer, AnswerKey
from intake.questionnaire.codes import About, Scope, Sensitivity
from intake.questionnaire.questions import Questionnaire
from intake.questionnaire.routing import RESIDENT
from intake.submissions.contents import remove_answers, store_answers
from intake.submissions.drafts import lock_open_draft, topic_keys, touch


class NotAsked(Exception):
    """An answer to something that the draft's topics do not ask."""


class BsnTyped(Exception):
    """The resident's own BSN comes from DigiD only: whoever types one may be anybody."""


@transaction.atomic(durable=True)
def save_answers(
    *,
    draft_id: UUID,
    user_id: UUID,
    assurance: str,
    answers: Mapping[AnswerKey, Answer | None],
    page: str = "",
    now: datetime,
) -> None:
    """Save the answers of a page, None taking one back; `page` is where to resume.

    Every answer is a row of its own: two tabs on different questions both keep theirs.
    Raises NotAsked, BsnTyped, DraftNotFound, AssuranceTooLow, DraftSubmitted.
    """
    draft = lock_open_draft(draft_id=draft_id, user_id=user_id, assurance=assurance)
    questionnaire = questionnaire_of(draft.release_id, topic_keys(draft))
    _demand_asked(questionnaire, answers)
    _refuse_typed_bsn(questionnaire, answers)
    given = {key: answer for key, answer in answers.items() if answer is not None}
    if given:
        store_answers(draft, answers=given, now=now)
    remove_answers(draft, keys={str(key) for key, answer in answers.items() if answer is None})
    touch(draft, assurance=assurance, now=now, page=page)


def _demand_asked(questionnaire: Questionnaire, answers: Mapping[AnswerKey, Answer | None]) -> None:
    """Refuse keys that this questionnaire cannot have, whatever a form was made to send."""
    scopes = {question.key: question.element.scope for question in questionnaire.questions}
    recipients = {recipient.key for recipient in questionnaire.recipients}
    for key in answers:
        told_apart = scopes.get(key.question) is Scope.RECIPIENT
        if key.question not in scopes or (key.recipient in recipients) is not told_apart:
            raise NotAsked(str(key))


def _refuse_typed_bsn(
    questionnaire: Questionnaire, answers: Mapping[AnswerKey, Answer | None]
) -> None:
    """Refuse a BSN of the resident's own that did not come from DigiD (Wabb art. 12)."""
    own = {
        question.key
        for question in questionnaire.questions
        if question.element.sensitivity is Sensitivity.NATIONAL_ID and question.about is About.SELF
    }
    for key, answer in answers.items():
        if key.question in own and answer is not None and answer.source == RESIDENT:
            raise BsnTyped
