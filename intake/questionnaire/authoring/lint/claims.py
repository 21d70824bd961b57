"""Whether what is claimed of the answer to one question can be true of one answer."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from intake.questionnaire.answers import Value
from intake.questionnaire.authoring.lint.values import AGES, REFERENCE, worth_trying
from intake.questionnaire.codes import Operator, PartType
from intake.questionnaire.conditions import fits
from intake.questionnaire.definition import Element, Part, Rule


@dataclass(frozen=True, slots=True)
class Claim:
    """That an answer fits a rule, or that it does not."""

    rule: Rule
    wanted: bool


def agree(element: Element, claims: Sequence[Claim], *, topic: str, single: bool) -> bool:
    """Whether an answer exists for which all claims are true.

    `single`: there is one answer of one item. Otherwise each wanted rule may be true of an
    item of its own; what is not wanted may be true of none.
    """
    wanted = [each.rule for each in claims if each.wanted]
    unwanted = [each.rule for each in claims if not each.wanted]
    if not wanted:
        return True
    if not _count_agrees(element, wanted, unwanted):
        return False
    looked_at = {rule.part for rule in wanted}
    for part in (each for each in element.parts if each.key in looked_at):
        offered = {o.value for o in part.options if not o.topics or topic in o.topics}
        mine = [rule for rule in wanted if rule.part == part.key]
        others = [rule for rule in unwanted if rule.part == part.key]
        groups = [mine] if single and mine else [[rule] for rule in mine]
        if not all(_has_value(part, offered, group, others) for group in groups):
            return False
    return True


def _count_agrees(element: Element, wanted: Iterable[Rule], unwanted: Iterable[Rule]) -> bool:
    """Whether a number of items fits: at least what is wanted, less than what is not."""
    if any(rule.operator is Operator.ANSWERED and not rule.part for rule in unwanted):
        return False
    least = max((_count(rule) if rule.part == "" else 1 for rule in wanted), default=0)
    most = element.repeat.maximum if element.repeat else 1
    limits = [_count(rule) - 1 for rule in unwanted if rule.operator is Operator.COUNT_FROM]
    return least <= min([most, *limits])


def _count(rule: Rule) -> int:
    counts = rule.operator is Operator.COUNT_FROM and isinstance(rule.value, int)
    return int(rule.value) if counts else 0  # type: ignore[arg-type]


def _has_value(
    part: Part, offered: Collection[str], wanted: Sequence[Rule], unwanted: Sequence[Rule]
) -> bool:
    """Whether a value fits all wanted rules and no unwanted one.

    Dates are judged apart from ages: how they relate depends on the day.
    """
    if part.type is not PartType.DATE:
        return _one_fits(part, offered, wanted, unwanted)
    return all(
        _one_fits(
            part,
            offered,
            [rule for rule in wanted if rule.operator not in left_out],
            [rule for rule in unwanted if rule.operator not in left_out],
        )
        for left_out in (AGES, {Operator.BEFORE, Operator.AFTER})
    )


def _one_fits(
    part: Part, offered: Collection[str], wanted: Sequence[Rule], unwanted: Sequence[Rule]
) -> bool:
    return any(
        all(_fits(rule, value) for rule in wanted) and not any(_fits(r, value) for r in unwanted)
        for value in worth_trying(part, offered, wanted, unwanted)
    )


def _fits(rule: Rule, value: Value) -> bool:
    return fits(rule, ({rule.part: value},), today=REFERENCE)
