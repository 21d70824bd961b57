"""For each rule of lint: a change that it finds, where, and one much like it that it lets pass."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from intake.questionnaire.authoring.lint import LintRule, check
from intake.questionnaire.codec import catalogue_from_data
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.plain import dotted
from tests.intake.questionnaire.examples import DATA

Spoil = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Case:
    """`bad` is found by the rule at this path, `good` is not."""

    rule: LintRule
    path: str
    bad: Spoil
    good: Spoil

    def __str__(self) -> str:
        return f"{self.rule} at {self.path}"


def spoiled(change: Spoil) -> Catalogue:
    """The example with a change in its data."""
    data = copy.deepcopy(DATA)
    change(data)
    return catalogue_from_data(data)


def found(change: Spoil) -> list[tuple[LintRule, str]]:
    """What lint says of the example with this change, warnings too: rules and paths."""
    return [(each.rule, dotted(each.path)) for each in check(spoiled(change))]


def verify(case: Case) -> None:
    """The rule finds the bad change, and does not find the good one."""
    assert (case.rule, case.path) in found(case.bad)
    assert case.rule not in [rule for rule, _ in found(case.good)]


def when(**condition: object) -> Spoil:
    """The rule of the last element, which debt help needs conditionally."""
    return lambda data: data["elements"][6].update(when=condition)


def element(number: int, **fields: object) -> Spoil:
    """Fields of a shared element."""
    return lambda data: data["elements"][number].update(fields)


def part(number: int, place: int = 0, **fields: object) -> Spoil:
    """Fields of a part of a shared element."""
    return lambda data: data["elements"][number]["parts"][place].update(fields)


def topic(number: int, **fields: object) -> Spoil:
    """Fields of a topic."""
    return lambda data: data["topics"][number].update(fields)


def own(number: int, **fields: object) -> Spoil:
    """Fields of the own question of a topic."""
    return lambda data: data["topics"][number]["questions"][0].update(fields)


def recipient(number: int, **fields: object) -> Spoil:
    """Fields of a recipient."""
    return lambda data: data["recipients"][number].update(fields)


def unchanged(_data: Any) -> None:
    """The example as it is."""
