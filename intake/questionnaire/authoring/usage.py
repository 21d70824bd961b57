"""Who depends on an element: what to say beside it, and why it cannot just be removed."""

from collections.abc import Iterator
from dataclasses import dataclass

from intake.questionnaire.authoring.places import Place, place_of
from intake.questionnaire.definition import (
    AllOf,
    AnyOf,
    Catalogue,
    Condition,
    Element,
    Not,
    Recipient,
    Rule,
    Topic,
)
from intake.questionnaire.plain import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Everything in a catalogue that names an element, in file order.

    `always`, `conditionally`: the topics that need it. `looked_at`: the places of the
    conditions that look at it, its own parts' aside. `named_by`: the recipients that have
    it in `only`.
    """

    always: tuple[Topic, ...]
    conditionally: tuple[Topic, ...]
    looked_at: tuple[Place, ...]
    named_by: tuple[Recipient, ...]

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Every topic that can ask it."""
        return self.always + self.conditionally

    @property
    def is_free(self) -> bool:
        """Whether nothing names it, so that it can be removed."""
        return not (self.topics or self.looked_at or self.named_by)


def topics_using(catalogue: Catalogue, element_key: str) -> Usage:
    """Who uses the element with that key; an own question is always needed by its topic."""
    own = [each.key for each in catalogue.topics if _has_own(each, element_key)]
    needs = [each for each in catalogue.topics if element_key in each.always or each.key in own]
    conditions = conditions_of(catalogue)
    places = (
        place_of(catalogue, path)
        for path, condition in conditions
        if _looks_at(condition, element_key)
    )
    return Usage(
        always=tuple(needs),
        conditionally=tuple(
            each
            for each in catalogue.topics
            if element_key in each.conditional and each not in needs
        ),
        looked_at=tuple(place for place in places if place and place.key != element_key),
        named_by=tuple(each for each in catalogue.recipients if element_key in each.only),
    )


def conditions_of(catalogue: Catalogue) -> Iterator[tuple[Path, Condition]]:
    """Every condition in a catalogue, with the path to it."""
    for place, element in enumerate(catalogue.elements):
        yield from _in_element(element, ("elements", place))
    for place, topic in enumerate(catalogue.topics):
        for number, own in enumerate(topic.questions):
            yield from _in_element(own, ("topics", place, "questions", number))
        if topic.urgent is not None:
            yield ("topics", place, "urgent"), topic.urgent
    for place, recipient in enumerate(catalogue.recipients):
        if recipient.when is not None:
            yield ("recipients", place, "when"), recipient.when


def _in_element(element: Element, path: Path) -> Iterator[tuple[Path, Condition]]:
    if element.when is not None:
        yield (*path, "when"), element.when
    for number, part in enumerate(element.parts):
        if part.when is not None:
            yield (*path, "parts", number, "when"), part.when
        for place, option in enumerate(part.options):
            if option.when is not None:
                yield (*path, "parts", number, "options", place, "when"), option.when


def _has_own(topic: Topic, key: str) -> bool:
    return any(question.key == key for question in topic.questions)


def _looks_at(condition: Condition, element: str) -> bool:
    match condition:
        case AllOf(conditions) | AnyOf(conditions):
            return any(_looks_at(each, element) for each in conditions)
        case Not(inner):
            return _looks_at(inner, element)
        case Rule():
            return condition.element == element
