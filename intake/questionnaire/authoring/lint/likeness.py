"""Lint of questions beside each other: almost the same one twice, one name with two meanings.

Two texts are compared by the groups of three letters they share (Dice's measure), without
words that say little: that sees through compounds, endings and typing mistakes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from intake.questionnaire.authoring.lint.findings import Finding, LintRule
from intake.questionnaire.authoring.places import named
from intake.questionnaire.codes import PartType
from intake.questionnaire.definition import Element
from intake.questionnaire.plain import Path

ALIKE = 0.6
"""From here on two texts look alike: "Inkomen" and "Maandinkomen" do (0.63), "Woonadres"
and "Postadres" do not (0.44)."""

_WORD = re.compile(r"\w+")
_LITTLE = frozenset(
    _WORD.findall(
        "aan al als bij dat de die dit dan door een en er geen heeft hebt het hij hoe hoeveel ik in"
        " is kan kunt kunnen krijgt lukt maar mag met moet naar niet nu of om ook op over te toe"
        " tot u uit uw van veel voor waar waarom wat welk welke wie wij wilt worden wordt zijn zo"
        " zoals bent"
    )
)


@dataclass(frozen=True, slots=True)
class _Look:
    """What is compared of an element."""

    element: Element
    path: Path
    name: str
    label: frozenset[str]
    question: frozenset[str]
    types: frozenset[PartType]


def near_duplicates(elements: Mapping[Path, Element]) -> Iterator[Finding]:
    """Find questions that look like an earlier one: the same name, or alike and of one kind.

    Of one kind: the types of parts of one are all among those of the other.
    """
    looks = [_look(element, path) for path, element in elements.items()]
    for one, other in combinations(looks, 2):
        if one.name == other.name or (_one_kind(one, other) and _alike(one, other)):
            yield Finding(other.path, LintRule.NEAR_DUPLICATE, {"other": named(one.element)})


def two_definitions(elements: Mapping[Path, Element]) -> Iterator[Finding]:
    """Find a name that means something else than with an earlier question."""
    defined: dict[str, Element] = {}
    for path, element in elements.items():
        meaning = element.definition.strip()
        first = defined.setdefault(element.label.lower(), element) if meaning else element
        if meaning != first.definition.strip():
            place = (*path, "definition")
            yield Finding(place, LintRule.TWO_DEFINITIONS, {"other": named(first)})


def _look(element: Element, path: Path) -> _Look:
    types = frozenset(part.type for part in element.parts)
    label, question = _threes(element.label), _threes(element.question)
    return _Look(element, path, element.label.lower(), label, question, types)


def _threes(text: str) -> frozenset[str]:
    words = [word for word in _WORD.findall(text.lower()) if word not in _LITTLE]
    line = f" {' '.join(words)} " if words else ""
    return frozenset(line[start : start + 3] for start in range(len(line) - 2))


def _one_kind(one: _Look, other: _Look) -> bool:
    return one.types <= other.types or other.types <= one.types


def _alike(one: _Look, other: _Look) -> bool:
    by_name = _likeness(one.label, other.label) >= ALIKE
    return by_name or _likeness(one.question, other.question) >= ALIKE


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return 2 * shared / (len(one) + len(other)) if shared else 0.0
