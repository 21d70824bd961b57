"""The two sides of a comparison: how values read in the catalogue they come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from intake.questionnaire.authoring.phrasing import Elements, elements_of, only_if
from intake.questionnaire.authoring.places import name_of
from intake.questionnaire.codes import About
from intake.questionnaire.definition import (
    AllOf,
    AnyOf,
    Catalogue,
    Clock,
    Element,
    Not,
    Option,
    Part,
    Recipient,
    Regime,
    Repeat,
    Rule,
    Topic,
)
from intake.questionnaire.dutch import DUTCH
from intake.questionnaire.words import FIVE_DIGITS

KEYS_OF_RECORDS = frozenset(
    {"always", "conditional", "only", "topics", "about", "examples", "at_least_one"}
)
"""Fields that name other records, by their keys."""


@dataclass(frozen=True)
class Side:
    """One catalogue, and the names of what is in it."""

    catalogue: Catalogue

    @cached_property
    def elements(self) -> Elements:
        """Everything that can be asked, by key."""
        return elements_of(self.catalogue)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names of elements, topics and recipients, by key."""
        records: list[Topic | Recipient | Element] = [*self.elements.values()]
        records += [*self.catalogue.topics, *self.catalogue.recipients]
        return {record.key: name_of(record) for record in records}

    def said(self, value: object, field: str, *, within: str) -> str:
        """How a value of a field reads; a code of an enumeration as itself, nothing as "".

        `within`: the key of the element whose parts may be named without it.
        """
        match value:
            case None:
                return ""
            case About():
                return DUTCH.people.get(value, value.value)
            case str():
                text = str(value)
                return self.names.get(text, text) if field in KEYS_OF_RECORDS else text
            case Rule() | AllOf() | AnyOf() | Not():
                return only_if(value, self.elements, within=within)
            case bool() | int() | Decimal() | date():
                return _scalar(value)
        return title(value)

    def called(self, key: str, field: str) -> str:
        """What people call the key of a mapping: a person, a topic or an element."""
        if key in set(About):
            return DUTCH.people.get(About(key), key)
        return self.names.get(key, key) if field in KEYS_OF_RECORDS else key


def _scalar(value: bool | int | Decimal | date) -> str:  # noqa: FBT001
    match value:
        case bool():
            return DUTCH.yes if value else DUTCH.no
        case date():
            return DUTCH.date(value)
    number = Decimal(value)
    return str(value) if abs(number) < FIVE_DIGITS else DUTCH.number(number)


def title(record: object) -> str:
    """What people call a record, or something in it; a text is its own title."""
    match record:
        case Element() | Topic() | Recipient() | Regime():
            return name_of(record)
        case Part():
            return record.label or record.key
        case Option():
            return record.label
        case Clock():
            return record.name
        case Repeat():
            return record.item
    return str(record)


def identity(record: object) -> str:
    """What tells a record apart from those beside it; a text is its own identity."""
    match record:
        case Element() | Topic() | Recipient() | Regime() | Part():
            return record.key
        case Option():
            return record.value
        case Clock():
            return record.name
    return str(record)
