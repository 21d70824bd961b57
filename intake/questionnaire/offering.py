"""A question as it is asked: some words and choices fit only some people, topics or answers.

What is left out here is not offered and not accepted. It changes nothing about what
was told: `routing`, `projection` and `summary` look at the whole question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from intake.questionnaire.answers import Item, Value
from intake.questionnaire.codes import About, PartType
from intake.questionnaire.conditions import Facts, holds, told
from intake.questionnaire.definition import Element, Option, Part, Topic
from intake.questionnaire.questions import Question


def about_person(element: Element, about: About) -> Element:
    """The element with the parts and labels that fit the person it is asked about."""
    parts = tuple(
        replace(part, label=part.wording.get(about, part.label))
        for part in element.parts
        if not part.about or about in part.about
    )
    return element if parts == element.parts else replace(element, parts=parts)


def offered(
    question: Question, topics: Sequence[Topic], facts: Mapping[str, Facts], *, today: date
) -> Question:
    """The question as these topics ask it, with the choices that fit what was told for them."""
    question = _without_none(question, topics)
    if not _varies(question.element):
        return question
    parts = tuple(
        replace(
            part,
            options=tuple(o for o in part.options if _is_offered(o, topics, facts, today)),
            example=_example(part, topics),
        )
        for part in question.element.parts
    )
    return replace(question, element=replace(question.element, parts=parts))


def goes_without_saying(part: Part) -> bool:
    """Whether there is one thing to choose, so that nobody needs to be asked."""
    must_choose = part.type is PartType.CHOICE and part.required and not part.unknown
    return must_choose and len(part.options) == 1


def still_offered(
    whole: Question, asked: Question, items: tuple[Item, ...], *, today: date
) -> bool:
    """Whether nothing that was told is a choice that is no longer offered."""
    if asked is whole:
        return True
    if not items and whole.element.repeat != asked.element.repeat:
        return False
    gone = {
        part.key: {option.value for option in part.options}
        - {option.value for option in offering.options}
        for part, offering in zip(whole.element.parts, asked.element.parts, strict=True)
    }
    return not any(
        gone[key].intersection(_codes(value))
        for item in told(whole, items, today=today)
        for key, value in item.items()
    )


def _without_none(question: Question, topics: Sequence[Topic]) -> Question:
    """A list of which one of these topics needs something does not offer that there is nothing."""
    element = question.element
    if element.repeat is None or not any(element.key in each.at_least_one for each in topics):
        return question
    return replace(question, element=replace(element, repeat=replace(element.repeat, none="")))


def _varies(element: Element) -> bool:
    """Whether some choice or example is for some topics or answers only; most have none."""
    return any(
        part.examples or any(option.topics or option.when for option in part.options)
        for part in element.parts
    )


def _is_offered(
    option: Option, topics: Sequence[Topic], facts: Mapping[str, Facts], today: date
) -> bool:
    asking = (each for each in topics if not option.topics or each.key in option.topics)
    return any(
        option.when is None or holds(option.when, facts[each.key], today=today, about=each.about)
        for each in asking
    )


def _example(part: Part, topics: Sequence[Topic]) -> str:
    own = (part.examples[each.key] for each in topics if each.key in part.examples)
    return next(own, part.example)


def _codes(value: Value) -> tuple[str, ...]:
    match value:
        case str():
            return (value,)
        case tuple():
            return value
    return ()
