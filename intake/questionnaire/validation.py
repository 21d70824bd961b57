"""Raw form data → the items of an answer, or what is wrong, per input.

Names of inputs: `<prefix>.<part>`, where the prefix is the question's key, followed
by `.<recipient>` for a recipient's own part and by `.<number>` for an item of a list.
A date is one text, or `<name>.dag`, `.maand` and `.jaar`. "Weet ik niet" is the value
`unknown`, or the box `<name>.unknown`. A list that is empty says so: `<prefix>.none`.
A value that a register gave is confirmed: `<prefix>.klopt` and `<prefix>.correctie`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from intake.questionnaire.answers import Item, Value
from intake.questionnaire.conditions import part_applies
from intake.questionnaire.entry import NO, YES, read_part, texts
from intake.questionnaire.formats import Code, Refused
from intake.questionnaire.questions import Question

Raw: TypeAlias = Mapping[str, list[str]]

LONGEST_CORRECTION = 1000


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one input; `params` fill the text that belongs to the code."""

    name: str
    code: Code
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Valid:
    """The items of the answer: one, or those of a list."""

    items: tuple[Item, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Problems:
    """Why there is no answer, in the order of the inputs."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The resident has seen the value; `correction` says what is wrong with it, if anything."""

    correction: str = field(default="", repr=False)


def validate_question(
    question: Question, raw: Raw, *, today: date, prefix: str = ""
) -> Valid | Problems:
    """Read the whole question; `prefix` defaults to its key.

    Rows of a list in which nothing was filled in are not items.
    """
    prefix = prefix or str(question.key)
    if question.element.repeat is None:
        return validate_item(question, raw, today=today, prefix=prefix)
    return _validate_list(question, raw, today=today, prefix=prefix)


def validate_item(question: Question, raw: Raw, *, today: date, prefix: str) -> Valid | Problems:
    """Read one item. A part whose condition does not hold is left out, whatever was sent."""
    item: dict[str, Value] = {}
    problems: list[Problem] = []
    for part in question.element.parts:
        if not part_applies(question, part.when, item, today=today):
            continue
        name = f"{prefix}.{part.key}"
        try:
            value = read_part(part, raw, name=name, today=today)
        except Refused as refusal:
            problems.append(Problem(name, refusal.code, refusal.params))
        else:
            if value is not None:
                item[part.key] = value
    return Problems(tuple(problems)) if problems else Valid((item,))


def validate_confirmation(raw: Raw, *, prefix: str) -> Confirmed | Problems:
    """Read "klopt dit?"; "nee" asks what is wrong."""
    answer, correction = texts(raw, f"{prefix}.klopt"), texts(raw, f"{prefix}.correctie")
    if answer == [YES]:
        return Confirmed()
    if answer != [NO]:
        return Problems((Problem(f"{prefix}.klopt", Code.REQUIRED),))
    if not correction:
        return Problems((Problem(f"{prefix}.correctie", Code.CORRECTION),))
    if len(correction[0]) > LONGEST_CORRECTION:
        longest = {"maximum": str(LONGEST_CORRECTION)}
        return Problems((Problem(f"{prefix}.correctie", Code.TOO_LONG, longest),))
    return Confirmed(correction[0])


def _validate_list(question: Question, raw: Raw, *, today: date, prefix: str) -> Valid | Problems:
    repeat = question.element.repeat
    numbers = _numbers(raw, prefix)
    if not numbers and not texts(raw, f"{prefix}.none"):
        return Problems((Problem(prefix, Code.REQUIRED),))
    if repeat is not None and len(numbers) > repeat.maximum:
        return Problems((Problem(prefix, Code.TOO_MANY, {"maximum": str(repeat.maximum)}),))
    items: list[Item] = []
    problems: list[Problem] = []
    for number in numbers:
        outcome = validate_item(question, raw, today=today, prefix=f"{prefix}.{number}")
        if isinstance(outcome, Valid):
            items.extend(outcome.items)
        else:
            problems.extend(outcome.problems)
    return Problems(tuple(problems)) if problems else Valid(tuple(items))


def _numbers(raw: Raw, prefix: str) -> list[int]:
    """Return the numbers of the rows in which anything was filled in."""
    row = re.compile(re.escape(prefix) + r"\.([0-9]{1,4})\.")
    found = ((row.match(name), name) for name in raw)
    return sorted({int(match[1]) for match, name in found if match and texts(raw, name)})
