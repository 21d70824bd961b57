"""Lint of conditions: do they name what exists, was asked before, and can be compared so."""

from collections.abc import Iterator

from intake.questionnaire.authoring.lint.findings import Finding, LintRule
from intake.questionnaire.authoring.lint.setting import Setting
from intake.questionnaire.authoring.places import named
from intake.questionnaire.codes import Operator
from intake.questionnaire.definition import AllOf, AnyOf, Condition, Element, Not, Part, Rule
from intake.questionnaire.operators import fits_value, operators_for, strange_codes
from intake.questionnaire.plain import Path


def rules_of(condition: Condition, path: Path = ()) -> Iterator[tuple[Rule, Path]]:
    """Every rule in a condition, with the path to it."""
    match condition:
        case AllOf(conditions):
            for number, each in enumerate(conditions):
                yield from rules_of(each, (*path, "all", number))
        case AnyOf(conditions):
            for number, each in enumerate(conditions):
                yield from rules_of(each, (*path, "any", number))
        case Not(inner):
            yield from rules_of(inner, (*path, "not"))
        case Rule():
            yield condition, path


def check_condition(
    condition: Condition, path: Path, setting: Setting, *, before: str = ""
) -> Iterator[Finding]:
    """Find rules on what does not exist, cannot be compared so, or is asked after `before`."""
    for rule, where in rules_of(condition, path):
        element = setting.elements.get(rule.element)
        if element is None:
            yield Finding(where, LintRule.NO_SUCH_ELEMENT, {"element": rule.element})
        elif before and setting.places[rule.element] >= setting.places[before]:
            names = {"element": named(element), "before": named(setting.elements[before])}
            yield Finding(where, LintRule.ASKED_LATER, names)
        else:
            yield from _check_rule(rule, element, where)


def check_siblings(element: Element, number: int, path: Path) -> Iterator[Finding]:
    """Find rules of a part on anything but the parts before it."""
    part = element.parts[number]
    if part.when is None:
        return
    earlier = {each.key for each in element.parts[:number]}
    for rule, where in rules_of(part.when, path):
        if rule.element != element.key or rule.part not in earlier or rule.about is not None:
            yield Finding(where, LintRule.NOT_A_SIBLING)
        else:
            yield from _check_rule(rule, element, where)


def part_name(part: Part) -> str:
    """What people call a part: its label, and its key for who looks it up."""
    return f"{part.label} ({part.key})" if part.label else part.key


def _check_rule(rule: Rule, element: Element, path: Path) -> Iterator[Finding]:
    part = next((each for each in element.parts if each.key == rule.part), None)
    if rule.operator is Operator.COUNT_FROM:
        if rule.part or element.repeat is None or not isinstance(rule.value, int):
            yield Finding(path, LintRule.COUNT_MISFIT)
    elif rule.operator is Operator.ANSWERED and rule.value is not True:
        yield Finding(path, LintRule.ANSWERED_FALSE)
    elif part is not None:
        yield from _check_value(rule, element, part, path)
    elif rule.part or rule.operator is not Operator.ANSWERED:
        values = {"element": named(element), "part": rule.part or "(none named)"}
        yield Finding(path, LintRule.NO_SUCH_PART, values)


def _check_value(rule: Rule, element: Element, part: Part, path: Path) -> Iterator[Finding]:
    values = {"part": part_name(part), "type": part.type.value}
    if rule.operator not in operators_for(part):
        operator = {"operator": rule.operator.value}
        yield Finding(path, LintRule.TYPE_MISMATCH, values | operator)
    elif not fits_value(rule.operator, rule.value, part):
        yield Finding(path, LintRule.VALUE_MISMATCH, values)
    else:
        for code in strange_codes(rule.value, part):
            names = {"part": part_name(part), "element": named(element), "option": code}
            yield Finding(path, LintRule.NO_SUCH_OPTION, names)
