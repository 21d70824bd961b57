"""Whole intakes, made the way a resident makes them: through the verbs."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from intake.actions.publish_catalogue import publish_catalogue
from intake.actions.save_answers import save_answers
from intake.actions.start_draft import start_draft
from intake.cases.clocks import amsterdam_date
from intake.catalogue.models import Release
from intake.catalogue.queries import questionnaire_of
from intake.questionnaire.answers import Answer, AnswerKey, Answers, Item, Value
from intake.questionnaire.codes import PartType
from intake.questionnaire.definition import Part
from intake.questionnaire.questions import Question
from intake.questionnaire.routing import follow
from intake.submissions.contents import load_answers
from intake.submissions.drafts import draft_of, topic_keys
from intake.submissions.models import Draft
from intake.vault.sealing import Opening
from tests.intake.catalogue.factories import NOON, starter, zeventerpen
from tests.intake.submissions.factories import resident

DIGID = "substantieel"
ROUNDS = 10  # of follow-up questions upon follow-up questions
FOUR_TOPICS = (
    "huishoudelijke-hulp",
    "bijstandsuitkering",
    "schuldhulp",
    "gehandicaptenparkeerkaart",
)
BSN = "999990019"

VALUES: Mapping[PartType, Value] = {
    PartType.TEXT: "Terpstra",
    PartType.STORY: "Het lukt mij niet meer alleen.",
    PartType.YES_NO: False,
    PartType.DATE: date(1980, 4, 3),
    PartType.NUMBER: 1,
    PartType.MONEY: Decimal("12.50"),
    PartType.BSN: BSN,
    PartType.IBAN: "NL91ABNA0417164300",
    PartType.POSTCODE: "1234 AB",
    PartType.HOUSE_NUMBER: "12 B",
    PartType.PHONE: "+31612345678",
    PartType.EMAIL: "wil@example.nl",
}


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
    answers = Answers()
    for _round in range(ROUNDS):
        route = follow(questionnaire, answers, today=amsterdam_date(now))
        for question in route.unanswered():
            for key in route.keys_of(question):
                asked = route.as_asked(question, key)
                answers = answers.given(key, _answer(asked, given or {}, now))
    assert not follow(questionnaire, answers, today=amsterdam_date(now)).unanswered()
    save(draft, answers, now=now)
    return draft


def reopened(draft: Draft) -> Draft:
    """The draft as it is now."""
    return draft_of(draft_id=draft.id, user_id=draft.owner_id, assurance=DIGID)


def topics_of(draft: Draft) -> Collection[str]:
    """Its topics as they are now."""
    return topic_keys(reopened(draft))


def _answer(question: Question, given: Mapping[str, Item], now: datetime) -> Answer:
    made_up = {part.key: _value(part) for part in question.element.parts}
    item = given.get(question.element.key, made_up)
    return Answer(
        items=(item,),
        source="digid" if question.element.key == "p.bsn" else "inwoner",
        as_of=amsterdam_date(now),
    )


def _value(part: Part) -> Value:
    match part.type:
        case PartType.CHOICE:
            return part.options[0].value
        case PartType.CHOICES:
            return (part.options[0].value,)
    return VALUES[part.type]
