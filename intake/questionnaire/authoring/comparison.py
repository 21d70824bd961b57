"""What differs between two catalogues, as who manages them reads it: by name, not by code.

Own questions of topics are told as elements, under their own key.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from intake.questionnaire.authoring.alignment import Aligned, align, numbered
from intake.questionnaire.authoring.places import RecordKind, name_of
from intake.questionnaire.authoring.sides import Side, identity, title
from intake.questionnaire.definition import Catalogue, Element, Recipient, Regime, Repeat, Topic

Record: TypeAlias = Element | Topic | Recipient | Regime
T = TypeVar("T")

_BY_THEMSELVES = "questions"
"""The field of a topic whose records are compared as elements."""


class What(StrEnum):
    """What happened to a record, or to something in it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference, in the record with this kind and key; `name`: what people call that.

    `field`: the field of `definition` that differs, empty for the record as a whole.
    `inside`: the names of the part, option, clock or person it is in, outside first.
    `before`, `after`: how it reads in Dutch, codes of enumerations as they are; empty for
    nothing. Of what moved: what it stood after and stands after now, empty for the first.
    """

    kind: RecordKind
    key: str
    name: str
    what: What
    field: str = ""
    inside: tuple[str, ...] = ()
    before: str = ""
    after: str = ""


def compare(before: Catalogue, after: Catalogue) -> tuple[Change, ...]:
    """Every difference, in the order of the new catalogue; empty when they are equal."""
    sides = Side(before), Side(after)
    own = {topic.key: topic.questions for topic in before.topics}
    found = [*_records(RecordKind.ELEMENT, before.elements, after.elements, sides)]
    for topic in after.topics:
        old = own.pop(topic.key, ())
        found += _records(RecordKind.ELEMENT, old, topic.questions, sides)
    for questions in own.values():
        found += _records(RecordKind.ELEMENT, questions, (), sides)
    found += _records(RecordKind.TOPIC, before.topics, after.topics, sides)
    found += _records(RecordKind.RECIPIENT, before.recipients, after.recipients, sides)
    found += _records(RecordKind.REGIME, before.regimes, after.regimes, sides)
    return tuple(found)


def _records(
    kind: RecordKind, old: Sequence[Record], new: Sequence[Record], sides: tuple[Side, Side]
) -> Iterator[Change]:
    for each in _aligned(old, new):
        record = each.either
        spot = _Spot(kind, record.key, name_of(record), sides)
        yield from spot.whole(each)
        if each.old is not None and each.new is not None:
            yield from spot.fields_of(each.old, each.new)


def _aligned(old: Sequence[T], new: Sequence[T]) -> Iterator[Aligned[T]]:
    return align(
        numbered((identity(each), each) for each in old),
        numbered((identity(each), each) for each in new),
    )


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place in a record: what was found there is said of it."""

    kind: RecordKind
    key: str
    name: str
    sides: tuple[Side, Side]
    field: str = ""
    inside: tuple[str, ...] = ()

    def fields_of(self, old: Any, new: Any) -> Iterator[Change]:  # noqa: ANN401
        """Every difference between two records of one kind, in the order of their fields."""
        for field in fields(old):
            before, after = getattr(old, field.name), getattr(new, field.name)
            if before != after and field.name != _BY_THEMSELVES:
                yield from replace(self, field=field.name)._values(before, after)

    def whole(self, each: Aligned[Any]) -> Iterator[Change]:
        """That something in a list came, went or moved."""
        if each.old is None:
            yield self._change(What.ADDED, None, each.new)
        elif each.new is None:
            yield self._change(What.REMOVED, each.old, None)
        elif each.moved:
            spot = replace(self, inside=(*self.inside, title(each.new))) if self.field else self
            yield spot._change(What.MOVED, each.stood_after, each.stands_after)

    def _values(self, old: object, new: object) -> Iterator[Change]:
        match old, new:
            case tuple(), tuple():
                yield from self._lists(old, new)
            case Mapping(), Mapping():
                yield from self._mappings(old, new)
            case Repeat(), Repeat():
                yield from self.fields_of(old, new)
            case _:
                yield self._change(What.CHANGED, old, new)

    def _lists(self, old: Sequence[object], new: Sequence[object]) -> Iterator[Change]:
        for each in _aligned(old, new):
            yield from self.whole(each)
            if is_dataclass(each.old) and each.new is not None:
                inner = replace(self, inside=(*self.inside, title(each.new)))
                yield from inner.fields_of(each.old, each.new)

    def _mappings(self, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Change]:
        for key in {**old, **new}:
            if old.get(key) != new.get(key):
                side = self.sides[key in new]
                inner = replace(self, inside=(*self.inside, side.called(key, self.field)))
                yield inner._change(_what(old.get(key), new.get(key)), old.get(key), new.get(key))

    def _change(self, what: What, old: object, new: object) -> Change:
        before, after = self.sides
        return Change(
            kind=self.kind,
            key=self.key,
            name=self.name,
            what=what,
            field=self.field,
            inside=self.inside,
            before=before.said(old, self.field, within=self.key),
            after=after.said(new, self.field, within=self.key),
        )


def _what(old: object, new: object) -> What:
    if old is None:
        return What.ADDED
    return What.REMOVED if new is None else What.CHANGED
