"""Lint of questions and their parts: keys, labels, options, consent."""

import re
from collections.abc import Iterator, Sequence

from intake.questionnaire.answers import UNKNOWN
from intake.questionnaire.authoring.lint.conditions import (
    check_condition,
    check_siblings,
    part_name,
)
from intake.questionnaire.authoring.lint.findings import Finding, LintRule
from intake.questionnaire.authoring.lint.offers import check_offers
from intake.questionnaire.authoring.lint.scope import check_reach
from intake.questionnaire.authoring.lint.setting import Setting
from intake.questionnaire.codes import PartType, Reuse, Section, Sensitivity
from intake.questionnaire.definition import Element, Part, Topic
from intake.questionnaire.entry import DATE_INPUTS
from intake.questionnaire.plain import Path

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*")
_PART_KEY = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_RESERVED_PARTS = {*DATE_INPUTS, UNKNOWN.value, "none", "klopt", "correctie"}
_WITH_OPTIONS = {PartType.CHOICE, PartType.CHOICES}


def check_shared(element: Element, path: Path, setting: Setting) -> Iterator[Finding]:
    """Find what is wrong with an element that topics share."""
    if element.section is Section.TOPIC:
        yield Finding((*path, "section"), LintRule.SHARED_SECTION)
    needing = [each for each in setting.catalogue.topics if element.key in each.conditional]
    yield from _check_element(element, path, needing, setting)


def check_own(own: Element, topic: Topic, path: Path, setting: Setting) -> Iterator[Finding]:
    """Find what is wrong with an own question of a topic."""
    start = f"{topic.key}."
    if not own.key.startswith(start):
        yield Finding((*path, "key"), LintRule.OWN_KEY, {"start": start})
    if own.key in setting.shared:
        yield Finding((*path, "key"), LintRule.ALSO_AN_ELEMENT, {"key": own.key})
    if own.section is not Section.TOPIC:
        yield Finding((*path, "section"), LintRule.OWN_SECTION)
    yield from _check_element(own, path, [topic], setting)


def repeated(keys: Sequence[str], path: Path) -> Iterator[Finding]:
    """Find keys that stand in a list twice."""
    seen: set[str] = set()
    for place, key in enumerate(keys):
        if key in seen:
            yield Finding((*path, place), LintRule.DUPLICATE_KEY, {"key": key})
        seen.add(key)


def _check_element(
    element: Element, path: Path, needing: Sequence[Topic], setting: Setting
) -> Iterator[Finding]:
    """`needing`: the topics for which its own rule says whether it is asked."""
    if not _KEY.fullmatch(element.key):
        yield Finding((*path, "key"), LintRule.BAD_KEY)
    if element.sensitivity is Sensitivity.CONSENT and element.reuse is not Reuse.NEVER:
        yield Finding((*path, "reuse"), LintRule.CONSENT_REUSABLE)
    if not element.parts:
        yield Finding((*path, "parts"), LintRule.NO_PARTS)
    yield from repeated([part.key for part in element.parts], (*path, "parts"))
    if element.when is not None:
        where = (*path, "when")
        yield from check_condition(element.when, where, setting, before=element.key)
        yield from check_reach(element.when, where, needing, setting, what=element.label)
    for number in range(len(element.parts)):
        yield from _check_part(element, number, (*path, "parts", number), setting)
    yield from check_offers(element, path, setting)


def _check_part(element: Element, number: int, path: Path, setting: Setting) -> Iterator[Finding]:
    part = element.parts[number]
    if not _PART_KEY.fullmatch(part.key) or part.key in _RESERVED_PARTS:
        yield Finding((*path, "key"), LintRule.BAD_PART_KEY)
    if not part.label and len(element.parts) > 1:
        yield Finding(path, LintRule.NO_LABEL)
    yield from _check_options(part, (*path, "options"))
    if part.when is None:
        return
    where = (*path, "when")
    wrong = list(check_siblings(element, number, where))
    yield from wrong
    if not wrong:
        topics = setting.asking[element.key]
        yield from check_reach(part.when, where, topics, setting, what=part_name(part))


def _check_options(part: Part, path: Path) -> Iterator[Finding]:
    if bool(part.options) != (part.type in _WITH_OPTIONS):
        yield Finding(path, LintRule.OPTIONS_MISFIT)
    yield from repeated([option.value for option in part.options], path)
    if any(option.value == UNKNOWN.value for option in part.options):
        yield Finding(path, LintRule.UNKNOWN_RESERVED)
