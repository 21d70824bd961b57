"""The catalogue that is live: every live item, in its place."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from cms.catalogue.models import CatalogueItem, Element, Recipient, Regime, TopicIntake
from cms.catalogue.reading import define
from intake.questionnaire import definition
from intake.questionnaire.definition import Catalogue

Item = TypeVar("Item", bound=CatalogueItem)


def catalogue(
    *, instead: Iterable[CatalogueItem] = (), without: CatalogueItem | None = None
) -> Catalogue:
    """What is live; with these items as they are instead of, or beside, what is live of them.

    Raises plain.Malformed where one of them cannot be read.
    """
    drafts = [*instead]
    elements = _items(Element, drafts, without)
    topics = _topics(_items(TopicIntake, drafts, without), elements)
    return Catalogue(
        elements=tuple(define(each) for each in elements if each.topic_id is None),
        regimes=tuple(define(each) for each in _items(Regime, drafts, without)),
        topics=topics,
        recipients=_recipients(_items(Recipient, drafts, without), topics),
    )


def _recipients(
    recipients: Sequence[Recipient], topics: Sequence[definition.Topic]
) -> tuple[definition.Recipient, ...]:
    """A recipient may name a topic that is not live yet: it receives that from then on.

    So a new topic and its recipient need not go live in the same breath. A key that no
    topic ever had stays, for lint to find.
    """
    live = {each.key for each in topics}
    waiting = {*TopicIntake.objects.values_list("key", flat=True)} - live
    return tuple(
        replace(each, topics=tuple(key for key in each.topics if key not in waiting))
        for each in map(define, recipients)
    )


def _topics(
    topics: Sequence[TopicIntake], elements: Sequence[Element]
) -> tuple[definition.Topic, ...]:
    own: dict[int, list[definition.Element]] = defaultdict(list)
    for each in elements:
        if each.topic_id is not None:
            own[each.topic_id].append(define(each))
    return tuple(replace(define(each), questions=tuple(own[each.pk])) for each in topics)


def _items(
    kind: type[Item], drafts: Iterable[CatalogueItem], without: CatalogueItem | None
) -> Sequence[Item]:
    """The live items of a kind with the drafts in their place."""
    rows = kind._default_manager.filter(live=True)
    if kind is TopicIntake:
        rows = rows.select_related("regime")
    found = {each.key: each for each in rows}
    found |= {each.key: each for each in drafts if isinstance(each, kind)}
    if isinstance(without, kind):
        found.pop(without.key, None)
    return sorted(found.values(), key=lambda each: (each.position, each.key))
