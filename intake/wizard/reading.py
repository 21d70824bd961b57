"""What a page's form says: the answers to save, and what to mend.

An answer that did not change is not saved again, so it keeps its date. Of a question
that is not in order what is valid is saved all the same: it does not count as
answered, and nobody types it twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from intake.questionnaire.answers import Answer, AnswerKey, Item
from intake.questionnaire.codes import Reuse
from intake.questionnaire.entry import texts
from intake.questionnaire.formats import Code
from intake.questionnaire.questions import Question
from intake.questionnaire.routing import RESIDENT, Route
from intake.questionnaire.validation import (
    Problem,
    Problems,
    Raw,
    Valid,
    validate_confirmation,
    validate_item,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """`answers`: what is new, None for what is taken back; also beside problems."""

    answers: Mapping[AnswerKey, Answer | None] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def is_register_value(question: Question, answer: Answer | None) -> bool:
    """Whether the resident is asked “is this right?” instead of the question itself."""
    return answer is not None and question.element.prefilled and answer.source != RESIDENT


def prefix_of(key: AnswerKey) -> str:
    """How the names of an answer's inputs begin."""
    return f"{key.question}.{key.recipient}" if key.recipient else str(key.question)


def read_questions(questions: Sequence[Question], raw: Raw, route: Route) -> Reading:
    """Read every question of a page."""
    answers: dict[AnswerKey, Answer | None] = {}
    problems: list[Problem] = []
    for question in questions:
        for key in route.keys_of(question):
            reading = _read(question, key, raw, route)
            problems.extend(reading.problems)
            answers.update(
                {k: given for k, given in reading.answers.items() if given != route.answers.get(k)}
            )
    return Reading(answers, tuple(problems))


def read_item(question: Question, number: int, raw: Raw, route: Route) -> Reading:
    """Read one item of a list, from 0; one behind the last is added."""
    [key] = route.keys_of(question)
    question = route.as_asked(question, key)
    outcome = validate_item(question, raw, today=route.today, prefix=f"{prefix_of(key)}.{number}")
    if isinstance(outcome, Problems):
        return Reading(problems=outcome.problems)
    items = items_of(key, route)
    return Reading({key: _told((*items[:number], *outcome.items, *items[number + 1 :]), route)})


def without_item(
    question: Question, number: int, route: Route
) -> Mapping[AnswerKey, Answer | None]:
    """The list less one item, from 0. Who removes the last one has not said "none" yet."""
    [key] = route.keys_of(question)
    items = items_of(key, route)
    left = (*items[:number], *items[number + 1 :])
    return {key: _told(left, route) if left else None}


def items_of(key: AnswerKey, route: Route) -> tuple[Item, ...]:
    """The items given so far."""
    given = route.answers.get(key)
    return given.items if given else ()


def _read(question: Question, key: AnswerKey, raw: Raw, route: Route) -> Reading:
    given = route.answers.get(key)
    if given is not None and is_register_value(question, given):
        if question.element.reuse is Reuse.REUSE:  # shown, and nothing is asked
            return Reading({key: replace(given, confirmed=True)})
        return _read_confirmation(key, given, raw)
    if question.element.repeat is not None:
        return _read_list(route.as_asked(question, key), key, raw, route)
    question, prefix = route.as_asked(question, key), prefix_of(key)
    outcome = validate_item(question, raw, today=route.today, prefix=prefix)
    if isinstance(outcome, Valid):
        return Reading({key: _answer(outcome.items, given, route)})
    valid = _valid_parts(question, raw, outcome.problems, route, prefix=prefix)
    return Reading({key: _told((valid,), route) if valid else None}, outcome.problems)


def _read_confirmation(key: AnswerKey, given: Answer, raw: Raw) -> Reading:
    outcome = validate_confirmation(raw, prefix=prefix_of(key))
    if isinstance(outcome, Problems):
        return Reading(problems=outcome.problems)
    right = not outcome.correction
    return Reading({key: replace(given, confirmed=right, correction=outcome.correction)})


def _read_list(question: Question, key: AnswerKey, raw: Raw, route: Route) -> Reading:
    """The items have pages of their own; here only "there are none" is said, where it can be."""
    if items_of(key, route):
        return Reading()
    repeat = question.element.repeat
    if repeat is not None and repeat.none and texts(raw, f"{prefix_of(key)}.none"):
        return Reading({key: _answer((), route.answers.get(key), route)})
    return Reading(problems=(Problem(prefix_of(key), Code.REQUIRED),))


def _valid_parts(
    question: Question, raw: Raw, problems: Sequence[Problem], route: Route, *, prefix: str
) -> Item:
    """The parts that are in order, of a question that as a whole is not."""
    wrong = {problem.name for problem in problems}
    parts = tuple(
        replace(part, required=False)
        for part in question.element.parts
        if f"{prefix}.{part.key}" not in wrong
    )
    lenient = replace(question, element=replace(question.element, parts=parts))
    outcome = validate_item(lenient, raw, today=route.today, prefix=prefix)
    return outcome.items[0] if isinstance(outcome, Valid) else {}


def _answer(items: tuple[Item, ...], given: Answer | None, route: Route) -> Answer:
    """A new answer; the given one, now confirmed, when it says the same."""
    if given is not None and given.items == items:
        return replace(given, confirmed=True)
    return _told(items, route)


def _told(items: tuple[Item, ...], route: Route) -> Answer:
    return Answer(items=items, source=RESIDENT, as_of=route.today)
