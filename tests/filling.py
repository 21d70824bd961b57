"""Fills any questionnaire with valid answers, without a screen: for benches and fixtures."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from intake.questionnaire.answers import Answer, Answers, Item, Value
from intake.questionnaire.codes import PartType, Sensitivity
from intake.questionnaire.conditions import part_applies
from intake.questionnaire.definition import Part
from intake.questionnaire.questions import Question, Questionnaire
from intake.questionnaire.routing import RESIDENT, Route, follow

BSN = "999990639"
VALUES: Mapping[PartType, Value] = {
    PartType.TEXT: "Terpweg",
    PartType.STORY: "Ik heb het moeilijk sinds mijn val. De trap lukt niet meer.",
    PartType.YES_NO: True,
    PartType.NUMBER: 2,
    PartType.MONEY: Decimal("1250.50"),
    PartType.BSN: BSN,
    PartType.IBAN: "NL91ABNA0417164300",
    PartType.POSTCODE: "1234 AB",
    PartType.HOUSE_NUMBER: "12 B",
    PartType.PHONE: "0612345678",
    PartType.EMAIL: "resident@example.org",
}
NOTHING: Mapping[str, Item] = {}


def filled(
    questionnaire: Questionnaire, *, today: date, given: Mapping[str, Item] = NOTHING
) -> Answers:
    """Answers to everything that applies, follow-up questions included; `given` by element key."""
    answers = Answers()
    for _round in questionnaire.questions:
        route = follow(questionnaire, answers, today=today)
        for question in route.unanswered()[:1]:
            for key in route.keys_of(question):
                answers = answers.given(key, answer(route.as_asked(question, key), route, given))
    assert not follow(questionnaire, answers, today=today).unanswered()
    return answers


def answer(question: Question, route: Route, given: Mapping[str, Item] = NOTHING) -> Answer:
    """A valid answer of the resident's own; the BSN comes from DigiD, as it always does."""
    own_bsn = question.element.sensitivity is Sensitivity.NATIONAL_ID
    return Answer(
        items=(given.get(question.element.key) or _item(question, route.today),),
        source="digid" if own_bsn else RESIDENT,
        as_of=route.today,
    )


def _item(question: Question, today: date) -> Item:
    item: dict[str, Value] = {}
    for part in question.element.parts:
        if part_applies(question, part.when, item, today=today):
            item[part.key] = _value(part, today)
    return item


def _value(part: Part, today: date) -> Value:
    match part.type:
        case PartType.CHOICE:
            return part.options[0].value
        case PartType.CHOICES:
            return (part.options[0].value,)
        case PartType.DATE:
            return date(1960, 2, 29) if part.past else today
        case PartType.NUMBER if part.minimum is not None:
            return int(part.minimum)
    return VALUES[part.type]
