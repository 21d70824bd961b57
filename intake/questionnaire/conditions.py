"""When a question, a part or a recipient applies.

A condition is judged on facts: what was told, per question. Which answers are facts
is for `routing` to say; an answer that does not count is simply not among them.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias, TypeGuard

from intake.questionnaire.answers import UNKNOWN, Item, Value
from intake.questionnaire.codes import About, Operator
from intake.questionnaire.definition import AllOf, AnyOf, Condition, Not, Operand, Rule
from intake.questionnaire.questions import Question, QuestionKey

Facts: TypeAlias = Mapping[QuestionKey, tuple[tuple[Item, ...], ...]]
"""Per question the answers told: one, or one per recipient; each the items of an answer."""

THE_RESIDENT: Mapping[str, About] = MappingProxyType({})
NEVER = AnyOf(())


def holds(
    condition: Condition,
    facts: Facts,
    *,
    today: date,
    about: Mapping[str, About] = THE_RESIDENT,
) -> bool:
    """Whether the condition is true of these facts.

    `about`: about whom each element is meant where a rule does not say (default: the
    resident), so a topic's own `about`.
    """
    match condition:
        case AllOf(conditions):
            return all(holds(each, facts, today=today, about=about) for each in conditions)
        case AnyOf(conditions):
            return any(holds(each, facts, today=today, about=about) for each in conditions)
        case Not(inner):
            return not holds(inner, facts, today=today, about=about)
        case Rule():
            person = condition.about or about.get(condition.element, About.SELF)
            told = facts.get(QuestionKey(condition.element, person), ())
            return any(fits(condition, items, today=today) for items in told)


def told(question: Question, items: tuple[Item, ...], *, today: date) -> tuple[Item, ...]:
    """Those items with only the parts that apply, in the order of the parts."""
    return tuple(told_item(question, item, today=today) for item in items)


def told_item(question: Question, item: Item, *, today: date) -> Item:
    """One item with only the parts that apply; a part sees only the parts before it."""
    kept: dict[str, Value] = {}
    for part in question.element.parts:
        if part.key in item and part_applies(question, part.when, kept, today=today):
            kept[part.key] = item[part.key]
    return kept


def part_applies(question: Question, when: Condition | None, item: Item, *, today: date) -> bool:
    """Whether a part with this condition is asked, given its siblings so far."""
    if when is None:
        return True
    about = {question.element.key: question.about}
    return holds(when, {question.key: ((item,),)}, today=today, about=about)


def age(born: date, *, today: date) -> int:
    """Age in whole years; born on 29 February counts a year older on 1 March."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def fits(rule: Rule, items: tuple[Item, ...], *, today: date) -> bool:
    """Whether a rule is true of the items of one answer."""
    if rule.operator is Operator.COUNT_FROM:
        return isinstance(rule.value, int) and len(items) >= rule.value
    if not rule.part:
        return rule.operator is Operator.ANSWERED
    compare = _COMPARE[rule.operator]
    values = (item[rule.part] for item in items if rule.part in item)
    return any(compare(value, rule.value, today) for value in values)


def _is(value: Value, operand: Operand, _today: date) -> bool:
    code = UNKNOWN.value if value is UNKNOWN else value
    return type(code) is type(operand) and code == operand


def _one_of(value: Value, operand: Operand, today: date) -> bool:
    return isinstance(operand, tuple) and any(_is(value, each, today) for each in operand)


def _includes(value: Value, operand: Operand, _today: date) -> bool:
    return isinstance(value, tuple) and operand in value


def _less(value: Value, operand: Operand, _today: date) -> bool:
    return _is_number(value) and _is_number(operand) and value < operand


def _more(value: Value, operand: Operand, _today: date) -> bool:
    return _is_number(value) and _is_number(operand) and value > operand


def _before(value: Value, operand: Operand, _today: date) -> bool:
    return isinstance(value, date) and isinstance(operand, date) and value < operand


def _after(value: Value, operand: Operand, _today: date) -> bool:
    return isinstance(value, date) and isinstance(operand, date) and value > operand


def _age_under(value: Value, operand: Operand, today: date) -> bool:
    return (
        isinstance(value, date) and isinstance(operand, int) and age(value, today=today) < operand
    )


def _age_from(value: Value, operand: Operand, today: date) -> bool:
    return (
        isinstance(value, date) and isinstance(operand, int) and age(value, today=today) >= operand
    )


def _is_number(value: Value | Operand) -> TypeGuard[int | Decimal]:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


_COMPARE: Mapping[Operator, Callable[[Value, Operand, date], bool]] = {
    Operator.IS: _is,
    Operator.IS_NOT: lambda value, operand, today: not _is(value, operand, today),
    Operator.ONE_OF: _one_of,
    Operator.INCLUDES: _includes,
    Operator.LESS: _less,
    Operator.MORE: _more,
    Operator.BEFORE: _before,
    Operator.AFTER: _after,
    Operator.AGE_UNDER: _age_under,
    Operator.AGE_FROM: _age_from,
    Operator.ANSWERED: lambda _value, _operand, _today: True,
}
