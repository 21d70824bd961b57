"""A valid example for every kind of input: nobody types forty test answers."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from intake.questionnaire.answers import Value
from intake.questionnaire.codes import PartType
from intake.questionnaire.conditions import part_applies
from intake.questionnaire.definition import Part
from intake.questionnaire.entry import YES, read_part, shown
from intake.questionnaire.formats import Refused
from intake.questionnaire.questions import Question

TEXT: Final = "Voorbeeld"
LONG_AGO: Final = "1-2-1980"
TEXTS: Final[Mapping[PartType, tuple[str, ...]]] = {
    PartType.TEXT: (TEXT,),
    PartType.STORY: (f"{TEXT} van een langer antwoord.", TEXT),
    PartType.YES_NO: (YES,),
    PartType.NUMBER: ("2", "1"),
    PartType.MONEY: ("100", "1"),
    PartType.BSN: ("999990639",),
    PartType.IBAN: ("NL91ABNA0417164300",),
    PartType.POSTCODE: ("1234 AB",),
    PartType.HOUSE_NUMBER: ("12 B",),
    PartType.PHONE: ("0612345678",),
    PartType.EMAIL: ("voorbeeld@example.org",),
}
"""What is tried after the catalogue's own example. The numbers are for tests: nobody's."""


def example(question: Question, *, prefix: str, today: date) -> dict[str, list[str]]:
    """What the inputs of one item must hold; what nothing fits stays open."""
    item: dict[str, Value] = {}
    for part in question.element.parts:
        if part_applies(question, part.when, item, today=today):
            value = _fitting(part, today)
            if value is not None:
                item[part.key] = value
    return {
        name: held
        for part in question.element.parts
        for name, held in shown(part, item.get(part.key), name=f"{prefix}.{part.key}").items()
    }


def _fitting(part: Part, today: date) -> Value | None:
    """The first that the engine itself accepts."""
    for texts in _candidates(part, today):
        try:
            return read_part(part, {part.key: texts}, name=part.key, today=today)
        except Refused:
            continue
    return None


def _candidates(part: Part, today: date) -> Iterator[list[str]]:
    if part.example:
        yield [part.example]
    yield from ([option.value] for option in part.options)
    if part.type is PartType.CHOICES:
        yield [option.value for option in part.options[: int(part.minimum or 1)]]
    if part.type is PartType.DATE:
        yield from ([LONG_AGO], [f"{today.day}-{today.month}-{today.year}"])
    for text in TEXTS.get(part.type, ()):
        yield [text]
        yield [text[: part.max_length]]
    yield from ([_typed(bound)] for bound in (part.minimum, part.maximum) if bound is not None)


def _typed(number: Decimal) -> str:
    return format(number, "f").replace(".", ",")
