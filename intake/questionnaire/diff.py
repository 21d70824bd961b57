"""A new version in mid-draft: which answers stay, and what is asked anew."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from intake.questionnaire.answers import UNKNOWN, Answer, AnswerKey, Answers, Item, Value
from intake.questionnaire.codes import PartType, Scope
from intake.questionnaire.definition import Part
from intake.questionnaire.questions import Question, QuestionKey, Questionnaire
from intake.questionnaire.routing import follow

_HOLDS: Mapping[PartType, tuple[type, ...]] = {
    PartType.YES_NO: (bool,),
    PartType.DATE: (date,),
    PartType.NUMBER: (int, Decimal),
    PartType.MONEY: (int, Decimal),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebased:
    """Answers moved to another version of the questionnaire.

    `kept` stayed as they were; `trimmed` lost a part that no longer fits; `dropped`
    have no question any more. `new`: questions asked now that were not asked before.
    """

    answers: Answers
    kept: tuple[AnswerKey, ...]
    trimmed: tuple[AnswerKey, ...]
    dropped: tuple[AnswerKey, ...]
    new: tuple[QuestionKey, ...]


def rebase(old: Questionnaire, new: Questionnaire, answers: Answers, *, today: date) -> Rebased:
    """Move the answers from the old questionnaire to the new one, losing no value that fits."""
    questions = {question.key: question for question in new.questions}
    recipients = {recipient.key for recipient in new.recipients}
    moved: dict[AnswerKey, Answer] = {}
    for key, answer in answers.items():
        question = questions.get(key.question)
        if question and _is_asked(question, key, recipients):
            fitting = _fitting(question, answer)
            if fitting is not None:
                moved[key] = fitting
    result = Answers(moved)
    before = {each.key for each in follow(old, answers, today=today).questions}
    return Rebased(
        answers=result,
        kept=tuple(key for key in answers if moved.get(key) == answers[key]),
        trimmed=tuple(key for key in moved if moved[key] != answers[key]),
        dropped=tuple(key for key in answers if key not in moved),
        new=tuple(
            each.key
            for each in follow(new, result, today=today).questions
            if each.key not in before
        ),
    )


def fits(part: Part, value: Value) -> bool:
    """Whether a value is one that this part can hold now."""
    if value is UNKNOWN:
        return part.unknown
    if part.type is PartType.CHOICES:
        return isinstance(value, tuple) and set(value) <= _codes(part)
    if part.type is PartType.CHOICE:
        return value in _codes(part)
    if part.type is not PartType.YES_NO and isinstance(value, bool):
        return False
    return isinstance(value, _HOLDS.get(part.type, (str,)))


def _codes(part: Part) -> set[Value]:
    return {option.value for option in part.options}


def _is_asked(question: Question, key: AnswerKey, recipients: set[str]) -> bool:
    if question.element.scope is Scope.INTAKE:
        return not key.recipient
    return key.recipient in recipients


def _fitting(question: Question, answer: Answer) -> Answer | None:
    """Return the answer with what fits, None when nothing of it does."""
    if len(answer.items) > 1 and question.element.repeat is None:
        return None
    items = tuple(_fitting_item(question, item) for item in answer.items)
    if items == answer.items:
        return answer
    return replace(answer, items=items) if all(items) else None


def _fitting_item(question: Question, item: Item) -> Item:
    parts = question.element.parts
    return {
        part.key: item[part.key]
        for part in parts
        if part.key in item and fits(part, item[part.key])
    }
