"""Lint of texts for residents: too hard for who reads at B1, and inputs without a word of help."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass

from intake.questionnaire.authoring.lint.conditions import part_name
from intake.questionnaire.authoring.lint.findings import Finding, LintRule
from intake.questionnaire.authoring.readability import B1, LONGEST_SENTENCE, read
from intake.questionnaire.codes import PartType
from intake.questionnaire.definition import Element, Part
from intake.questionnaire.plain import Path
from intake.questionnaire.translation import TEXTS

ENOUGH_WORDS = 10
"""A score says something of a text of this many words; of fewer, one long word decides it."""
IN_NEED_OF_HELP = frozenset(
    {PartType.BSN, PartType.IBAN, PartType.MONEY, PartType.NUMBER, PartType.STORY}
)
"""Types that are filled in wrongly, or not at all, when nobody says what is meant.

A telephone number, an address or a postcode explains itself, and its error says how.
"""


def hard_texts(record: object, path: Path) -> Iterator[Finding]:
    """Find texts of a record, and of what is in it, that ask more than B1."""
    for name in TEXTS[type(record)]:
        yield from _hard(getattr(record, name), (*path, name))


def without_help(element: Element, path: Path) -> Iterator[Finding]:
    """Find inputs that need help and have none, nor the question, nor an example.

    A register's value needs none, nor does a number that says its unit.
    """
    if element.help or element.prefilled:
        return
    for number, part in enumerate(element.parts):
        if _needs_help(part):
            yield Finding((*path, "parts", number), LintRule.NO_HELP, {"part": part_name(part)})


def _needs_help(part: Part) -> bool:
    clear = part.type is PartType.NUMBER and part.unit
    told = part.help or part.example or part.examples
    return part.type in IN_NEED_OF_HELP and not (clear or told)


def _hard(value: object, path: Path) -> Iterator[Finding]:
    match value:
        case str():
            yield from _hard_text(value, path)
        case tuple():
            for number, each in enumerate(value):
                yield from _hard(each, (*path, number))
        case Mapping():
            for key, each in value.items():
                yield from _hard(each, (*path, str(key)))
        case _ if is_dataclass(value):
            yield from hard_texts(value, path)


def _hard_text(text: str, path: Path) -> Iterator[Finding]:
    if text.count(" ") < ENOUGH_WORDS - 1:
        return
    reading = read([text])
    for sentence in reading.sentences:
        if sentence.words > LONGEST_SENTENCE:
            values = {"words": str(sentence.words), "most": str(LONGEST_SENTENCE)}
            yield Finding(path, LintRule.LONG_SENTENCE, values | {"sentence": sentence.text})
    if reading.is_hard and sum(each.words for each in reading.sentences) >= ENOUGH_WORDS:
        values = {"score": str(reading.score), "needed": str(B1)}
        yield Finding(path, LintRule.ABOVE_B1, values)
