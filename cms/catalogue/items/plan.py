"""What an import does to the items, worked out before anything is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final, TypeAlias

from cms.catalogue import writing
from cms.catalogue.items.fitting import misfits, too_deep
from cms.catalogue.items.places import places
from cms.catalogue.models import CatalogueItem, Element, Recipient, Regime, TopicIntake
from intake.questionnaire import definition
from intake.questionnaire.authoring.lint import Finding
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.plain import Path

KINDS: Final = (Regime, TopicIntake, Element, Recipient)
"""What others refer to comes first."""
Fill: TypeAlias = Callable[[Any, Any], None]
"""Makes an item say what a record says."""


@dataclass
class Plan:
    """Items that are filled in and not saved, what refers to others last, but first to leave.

    `findings`: what does not fit into an item, each with its path in the catalogue.
    """

    new: list[CatalogueItem] = field(default_factory=list)
    changed: list[CatalogueItem] = field(default_factory=list)
    moved: list[CatalogueItem] = field(default_factory=list)
    leaving: list[CatalogueItem] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def planned(catalogue: Catalogue, *, before: Catalogue | None) -> Plan:
    """What makes the items say this; `before`: what the live ones say, as far as is known."""
    planner = _Planner(before)
    planner.put(Regime, ("regimes",), catalogue.regimes, writing.fill_regime)
    topics = [replace(each, questions=()) for each in catalogue.topics]
    planner.put(TopicIntake, ("topics",), topics, planner.fill_topic)
    planner.put(Element, ("elements",), catalogue.elements, planner.fill_element)
    for number, topic in enumerate(catalogue.topics):
        fill = partial(planner.fill_element, topic=planner.items[TopicIntake, topic.key])
        planner.put(Element, ("topics", number, "questions"), topic.questions, fill)
    planner.put(Recipient, ("recipients",), catalogue.recipients, writing.fill_recipient)
    planner.leave()
    return planner.plan


class _Planner:
    """One import, list by list."""

    def __init__(self, before: Catalogue | None) -> None:
        self.plan = Plan()
        self.before = _records(before) if before else {}
        rows = (each for kind in KINDS for each in kind._default_manager.all())
        self.items: dict[tuple[type, str], Any] = {(type(each), each.key): each for each in rows}
        self.named: set[tuple[type, str]] = set()

    def put(
        self, kind: type[CatalogueItem], path: Path, records: Sequence[Any], fill: Fill
    ) -> None:
        """Plan one list of the catalogue."""
        items = [self._item(kind, each.key) for each in records]
        order = places({each.key: each.position if each.pk else None for each in items})
        for number, (item, record) in enumerate(zip(items, records, strict=True)):
            moves = item.position != order[item.key]
            item.position = order[item.key]
            if not (item.live and self.before.get((kind, item.key)) == record):
                self._change(item, record, (*path, number), fill)
            elif moves:
                self.plan.moved.append(item)

    def fill_topic(self, item: TopicIntake, given: definition.Topic) -> None:
        """With the terms of its law, which are planned before it."""
        writing.fill_topic(item, given, regime=self.items[Regime, given.regime])

    def fill_element(
        self, item: Element, given: definition.Element, *, topic: TopicIntake | None = None
    ) -> None:
        """A shared question, or a topic's own."""
        item.topic = topic
        writing.fill_element(item, given)

    def leave(self) -> None:
        """Plan what is live and was not named."""
        gone = [item for place, item in self.items.items() if place not in self.named and item.live]
        self.plan.leaving += reversed(gone)

    def _item(self, kind: type[CatalogueItem], key: str) -> CatalogueItem:
        self.named.add((kind, key))
        item: CatalogueItem = self.items.setdefault((kind, key), kind(key=key, live=False))
        return item

    def _change(self, item: CatalogueItem, record: object, path: Path, fill: Fill) -> None:
        found = [*too_deep(record, path)]
        if not found:
            fill(item, record)
            found = [*misfits(item, path)]
        self.plan.findings += found
        (self.plan.changed if item.pk else self.plan.new).append(item)


def _records(catalogue: Catalogue) -> dict[tuple[type, str], object]:
    """What items say, by kind and key; a topic without its own questions."""
    own = [each for topic in catalogue.topics for each in topic.questions]
    kinds: Sequence[tuple[type, Sequence[Any]]] = (
        (Regime, catalogue.regimes),
        (TopicIntake, [replace(each, questions=()) for each in catalogue.topics]),
        (Element, [*catalogue.elements, *own]),
        (Recipient, catalogue.recipients),
    )
    return {(kind, each.key): each for kind, records in kinds for each in records}
