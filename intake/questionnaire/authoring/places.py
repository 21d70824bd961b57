"""Where something stands in a catalogue: the record that a path in its plain data leads to."""

from dataclasses import dataclass
from enum import StrEnum

from intake.questionnaire.definition import Catalogue, Element, Recipient, Regime, Topic
from intake.questionnaire.plain import Path


class RecordKind(StrEnum):
    """What a catalogue is made of."""

    ELEMENT = "element"
    REGIME = "regime"
    TOPIC = "topic"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class Place:
    """A record of a catalogue, own questions of topics included; `within`: the path inside it."""

    kind: RecordKind
    key: str
    within: Path = ()


def name_of(record: Element | Topic | Recipient | Regime) -> str:
    """What people call it; a regime has its key only."""
    match record:
        case Element():
            return record.label
        case Topic() | Recipient():
            return record.name
    return record.key


def named(record: Element | Topic | Recipient) -> str:
    """Its name, and its key for who looks it up: `Inkomen (f.inkomen)`."""
    return f"{name_of(record)} ({record.key})"


def place_of(catalogue: Catalogue, path: Path) -> Place | None:
    """The record a path leads to; None where it leads to the catalogue as a whole."""
    match path:
        case ("elements", int(number), *within):
            return Place(RecordKind.ELEMENT, catalogue.elements[number].key, tuple(within))
        case ("topics", int(number), "questions", int(own), *within):
            key = catalogue.topics[number].questions[own].key
            return Place(RecordKind.ELEMENT, key, tuple(within))
        case ("topics", int(number), *within):
            return Place(RecordKind.TOPIC, catalogue.topics[number].key, tuple(within))
        case ("recipients", int(number), *within):
            return Place(RecordKind.RECIPIENT, catalogue.recipients[number].key, tuple(within))
        case ("regimes", int(number), *within):
            return Place(RecordKind.REGIME, catalogue.regimes[number].key, tuple(within))
    return None
