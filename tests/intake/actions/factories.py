"""Whole intakes, made the way a resident makes them: through the verbs."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from intake.actions.publish_catalogue import publish_catalogue
from intake.actions.save_answers import save_answers
from intake.actions.start_draft import start_draft
from intake.cases.clocks import amsterdam_date
from intake.catalogue.models import Release
from intake.catalogue.queries import questionnaire_of
from intake.questionnaire.answers import Answer, AnswerKey, Answers, Item
from intake.submissions.contents import load_answers
from intake.submissions.drafts import draft_of, topic_keys
from intake.submissions.models import Draft
from intake.vault.sealing import Opening
from tests import filling
from tests.intake.catalogue.factories import NOON, starter, zeventerpen
from tests.intake.submissions.factories import resident

DIGID = "substantieel"
FOUR_TOPICS = (
    "huishoudelijke-hulp",
    "bijstandsuitkering",
    "schuldhulp",
    "gehandicaptenparkeerkaart",
)
BSN = filling.BSN


def live_catalogue(now: datetime = NOON) -> Release:
    """The starter catalogue, published with partners."""
    return publish_catalogue(catalogue=starter(), municipality=zeventerpen(), now=now)


def started(
    *topics: str, user_id: UUID | None = None, assurance: str = DIGID, now: datetime = NOON
) -> Draft:
    """A draft about these topics, of a new resident unless told otherwise."""
    return start_draft(
        user_id=user_id or resident().pk,
        assurance=assurance,
        topic_keys=topics or ("schuldhulp",),
        chosen_at=now,
        now=now,
    )


def save(
    draft: Draft,
    answers: Mapping[AnswerKey, Answer | None],
    *,
    assurance: str = DIGID,
    page: str = "",
    now: datetime = NOON,
) -> None:
    """Save as the draft's owner."""
    save_answers(
        draft_id=draft.id,
        user_id=draft.owner_id,
        assurance=assurance,
        answers=answers,
        page=page,
        now=now,
    )


def answers_in(draft: Draft, now: datetime = NOON) -> Answers:
    """Everything a draft holds."""
    opening = Opening(actor="system:test", purpose="test", subject=f"draft:{draft.id}", at=now)
    return load_answers(draft, opening=opening)


def filled(*topics: str, given: Mapping[str, Item] | None = None, now: datetime = NOON) -> Draft:
    """A draft with an answer to everything that applies; `given` by element key, or made up."""
    draft = started(*topics, now=now)
    questionnaire = questionnaire_of(draft.release_id, topics or ("schuldhulp",))
    answers = filling.filled(questionnaire, today=amsterdam_date(now), given=given or {})
    save(draft, answers, now=now)
    return draft


def reopened(draft: Draft) -> Draft:
    """The draft as it is now."""
    return draft_of(draft_id=draft.id, user_id=draft.owner_id, assurance=DIGID)


def topics_of(draft: Draft) -> Collection[str]:
    """Its topics as they are now."""
    return topic_keys(reopened(draft))
