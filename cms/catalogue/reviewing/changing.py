"""What changes in one item, in the same words as an import says it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

from cms.catalogue import known
from cms.catalogue.difference import Section, difference
from cms.catalogue.models import CatalogueItem
from cms.catalogue.reading import define
from intake.questionnaire.definition import Catalogue, Element, Recipient, Regime, Topic

Record: TypeAlias = Element | Topic | Recipient | Regime
Kind = TypeVar("Kind", Element, Topic, Recipient, Regime)


def changing(before: CatalogueItem | None, after: CatalogueItem) -> Sequence[Section]:
    """Field by field what differs; without `before` all that is filled in. None: nothing.

    Raises plain.Malformed where one of them cannot be read.
    """
    new = define(after)
    old = define(before) if before else empty(new)
    base = known.released()
    return difference(with_record(old, base), with_record(new, base)).sections


def empty(record: Record) -> Record:
    """The same record before anything was filled in."""
    match record:
        case Element(key=key):
            return Element(key=key, label="", question="", parts=(), section=record.section)
        case Topic(key=key, kind=kind):
            return Topic(key=key, kind=kind, name="", summary="", law="", regime="", always=())
        case Recipient(key=key, role=role):
            return Recipient(key=key, role=role, name="", law="", topics=(), purpose="")
        case Regime(key=key):
            return Regime(key=key, clocks=())


def with_record(record: Record, base: Catalogue) -> Catalogue:
    """A catalogue with this record in it, once: its names are those of what is live."""
    key = record.key
    match record:
        case Element():
            topics = tuple(
                replace(each, questions=_without(key, each.questions)) for each in base.topics
            )
            elements = (*_without(key, base.elements), record)
            return replace(base, elements=elements, topics=topics)
        case Topic():
            return replace(base, topics=(*_without(key, base.topics), record))
        case Recipient():
            return replace(base, recipients=(*_without(key, base.recipients), record))
        case Regime():
            return replace(base, regimes=(*_without(key, base.regimes), record))


def _without(key: str, records: Sequence[Kind]) -> tuple[Kind, ...]:
    return tuple(each for each in records if each.key != key)
