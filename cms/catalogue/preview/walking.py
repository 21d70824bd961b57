"""From what a test form holds to the route through the questions, in memory."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from cms.catalogue.preview.examples import example
from intake.questionnaire.answers import Answer, AnswerKey, Answers
from intake.questionnaire.codes import Scope
from intake.questionnaire.entry import texts
from intake.questionnaire.questions import Question, Questionnaire
from intake.questionnaire.routing import RESIDENT, Route, follow
from intake.questionnaire.validation import Problem, Raw, Valid, validate_question
from intake.wizard.problems import by_name
from intake.wizard.reading import Reading, prefix_of, read_questions

ROUNDS: Final = 12
"""How often examples may call for more questions, before we let it be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """The route as the form's answers stand, and what is wrong with an input, by its name."""

    route: Route
    raw: Raw = field(repr=False)
    problems: Mapping[str, Problem]


def walk(questionnaire: Questionnaire, raw: Raw, *, today: date) -> Walk:
    """Read the form along the route that its own answers make.

    A condition looks at what is asked earlier, so each round settles at least one question.
    """
    route = follow(questionnaire, Answers(), today=today)
    problems: tuple[Problem, ...] = ()
    for _round in range(len(questionnaire.questions) + 1):
        reading = _read(route, raw)
        problems = reading.problems
        answers = _with(route.answers, reading.answers)
        if answers == route.answers:
            break
        route = follow(questionnaire, answers, today=today)
    return Walk(route=route, raw=raw, problems=by_name(problems))


def with_examples(questionnaire: Questionnaire, raw: Raw, *, today: date) -> Raw:
    """The same form with an example wherever nothing, or nothing valid, is filled in."""
    for _round in range(ROUNDS):
        route = walk(questionnaire, raw, today=today).route
        added = {
            name: held
            for question in route.questions
            for key in route.keys_of(question)
            if not (route.has(question, key) and holds(raw, prefix_of(key)))
            for name, held in _example(question, key, route).items()
        }
        if all(raw.get(name) == held for name, held in added.items()):
            break
        raw = {**raw, **added}
    return raw


def holds(raw: Raw, prefix: str) -> bool:
    """Whether anything is filled in below a name."""
    return any(texts(raw, name) for name in _below(raw, prefix))


def _example(question: Question, key: AnswerKey, route: Route) -> Raw:
    prefix = prefix_of(key) if question.element.repeat is None else f"{prefix_of(key)}.0"
    return example(route.as_asked(question, key), prefix=prefix, today=route.today)


def _read(route: Route, raw: Raw) -> Reading:
    """What the form says of every question on the route; nothing of one it does not show."""
    answers: dict[AnswerKey, Answer | None] = {}
    problems: list[Problem] = []
    for question in route.questions:
        keys = route.keys_of(question)
        if not any(any(_below(raw, prefix_of(key))) for key in keys):
            answers.update(dict.fromkeys(keys))
            continue
        reading = _read_question(question, route, raw)
        answers.update(reading.answers)
        problems += reading.problems if any(holds(raw, prefix_of(key)) for key in keys) else ()
    return Reading(answers, tuple(problems))


def _read_question(question: Question, route: Route, raw: Raw) -> Reading:
    """As the wizard does; but of a list all items at once, for here they stand together."""
    if question.element.repeat is None or question.element.scope is Scope.RECIPIENT:
        return read_questions([question], raw, route)
    [key] = route.keys_of(question)
    outcome = validate_question(route.as_asked(question, key), raw, today=route.today)
    if isinstance(outcome, Valid):
        return Reading({key: Answer(items=outcome.items, source=RESIDENT, as_of=route.today)})
    return Reading({key: None}, outcome.problems)


def _below(raw: Raw, prefix: str) -> Iterator[str]:
    return (name for name in raw if name.startswith(f"{prefix}."))


def _with(answers: Answers, given: Mapping[AnswerKey, Answer | None]) -> Answers:
    kept = {**answers, **given}
    return Answers({key: answer for key, answer in kept.items() if answer is not None})
