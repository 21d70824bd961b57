"""Where an item's draft is seen: in the live catalogue, with the topics that show it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import singledispatch

from cms.catalogue import live
from cms.catalogue.models import CatalogueItem, Element, Recipient, Regime, TopicIntake
from intake.questionnaire.authoring.usage import topics_using
from intake.questionnaire.definition import Catalogue, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A catalogue with the draft in its place, and the topics a resident chose in it.

    `borrowed`: the name of the topic that asks the draft here for as long as no topic does.
    """

    catalogue: Catalogue
    topics: tuple[Topic, ...]
    borrowed: str = ""


def drafts_with(item: CatalogueItem) -> Sequence[CatalogueItem]:
    """The item, and what it cannot be seen without that was never live: a new topic's own."""
    return [item, *(each for each in _beside(item) if (type(each), each.pk) != _identity(item))]


def setting(catalogue: Catalogue, item: CatalogueItem, *, wanted: Collection[str]) -> Setting:
    """The topics that are wanted; where none of them exists, one that shows the item best."""
    keys = [topic.key for topic in catalogue.topics]
    chosen = [key for key in keys if key in wanted]
    if not chosen:
        chosen = [key for key in keys if key in showing(item, catalogue)][:1] or keys[:1]
    unused = isinstance(item, Element) and not topics_using(catalogue, item.key).topics
    borrower = chosen[0] if chosen and unused and _is_shared(item) else ""
    topics = tuple(
        _with(each, item.key) if each.key == borrower else each for each in catalogue.topics
    )
    catalogue = replace(catalogue, topics=topics)
    return Setting(
        catalogue=catalogue,
        topics=tuple(each for each in topics if each.key in chosen),
        borrowed=next((each.name for each in topics if each.key == borrower), ""),
    )


@singledispatch
def showing(item: CatalogueItem, _catalogue: Catalogue) -> Collection[str]:
    """Keys of the topics in which an item can be seen."""
    raise TypeError(type(item).__name__)


@showing.register
def _(item: TopicIntake, _catalogue: Catalogue) -> Collection[str]:
    return {item.key}


@showing.register
def _(item: Element, catalogue: Catalogue) -> Collection[str]:
    return {each.key for each in topics_using(catalogue, item.key).topics}


@showing.register
def _(item: Recipient, _catalogue: Catalogue) -> Collection[str]:
    return {*item.topics}


@showing.register
def _(item: Regime, catalogue: Catalogue) -> Collection[str]:
    return {each.key for each in catalogue.topics if each.regime == item.key}


def _beside(item: CatalogueItem) -> Iterator[CatalogueItem]:
    """What belongs to the item's topic and was never live, each as last saved."""
    topic = item if isinstance(item, TopicIntake) else getattr(item, "topic", None)
    if topic is None:
        return
    beside: list[CatalogueItem] = [topic] if topic.pk and not topic.live else []
    if topic.regime_id and not topic.regime.live:
        beside.append(topic.regime)
    if topic.pk:
        beside += topic.questions.filter(live=False)
    beside += (each for each in Recipient.objects.filter(live=False) if topic.key in each.topics)
    for each in beside:
        yield each.get_latest_revision_as_object()


def _identity(item: CatalogueItem) -> tuple[type[CatalogueItem], object]:
    return type(item), item.pk


def _is_shared(item: CatalogueItem) -> bool:
    return isinstance(item, Element) and item.topic_id is None


def _with(topic: Topic, element: str) -> Topic:
    return replace(topic, always=(*topic.always, element))


def catalogue_with(item: CatalogueItem) -> Catalogue:
    """Everything live, with the draft. Raises plain.Malformed."""
    return live.catalogue(instead=drafts_with(item))
