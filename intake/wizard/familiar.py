"""People who were named before: offered where the same list is asked again (WCAG 3.3.7)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from intake.questionnaire.answers import Item
from intake.questionnaire.codes import PartType
from intake.questionnaire.questions import Question
from intake.questionnaire.routing import Route
from intake.wizard.reading import items_of

PARAMETER = "bekend"
"""Query that says which one, by its number from 1: no name stands in an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Familiar:
    """Somebody of another list, who may belong on this one too; `number` from 1."""

    number: int
    name: str = field(repr=False)
    item: Item = field(repr=False)


def familiar(question: Question, route: Route) -> tuple[Familiar, ...]:
    """Items of other lists of the same kind that are not on this list yet.

    Of the same kind: their items have the same name ("kind"), and this list asks all
    that the other one holds, and more.
    """
    [key] = route.keys_of(question)
    here = items_of(key, route)
    known = (item for each in _alike(question, route) for item in _items(each, route))
    return tuple(
        Familiar(number=number, name=_name(question, item), item=item)
        for number, item in enumerate(known, start=1)
        if not any(item.items() <= each.items() for each in here)
    )


def _alike(question: Question, route: Route) -> Iterator[Question]:
    parts = {(part.key, part.type) for part in question.element.parts}
    for other in route.questions:
        repeat, own = other.element.repeat, question.element.repeat
        if other.key == question.key or repeat is None or own is None:
            continue
        if repeat.item == own.item and {(p.key, p.type) for p in other.element.parts} <= parts:
            yield other


def _items(question: Question, route: Route) -> tuple[Item, ...]:
    [key] = route.keys_of(question)
    return items_of(key, route)


def _name(question: Question, item: Item) -> str:
    named = (part.key for part in question.element.parts if part.type is PartType.TEXT)
    return next((str(item[key]) for key in named if key in item), "")
