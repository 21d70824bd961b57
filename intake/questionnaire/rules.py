"""Conditions to and from plain data.

`{element, part, <operator>: value, about}` · `{all: […]}` · `{any: […]}` · `{not: {…}}`.
"""

from collections.abc import Callable, Mapping

from intake.questionnaire.codes import About, Operator
from intake.questionnaire.definition import AllOf, AnyOf, Condition, Not, Operand, Rule
from intake.questionnaire.plain import (
    Data,
    Malformed,
    Path,
    read_amount,
    read_date,
    read_enum,
    read_flag,
    read_keys,
    read_list,
    read_text,
    read_whole,
    write_scalar,
)

_RULE_KEYS = {"element", "part", "about"}


def write_condition(condition: Condition) -> Data:
    """Return the plain form of a condition."""
    match condition:
        case AllOf(conditions):
            return {"all": [write_condition(each) for each in conditions]}
        case AnyOf(conditions):
            return {"any": [write_condition(each) for each in conditions]}
        case Not(inner):
            return {"not": write_condition(inner)}
        case Rule():
            return _write_rule(condition)


def read_condition(data: object, path: Path) -> Condition:
    """Return a condition; raises Malformed."""
    given = read_keys(data, path)
    match sorted(given):
        case ["all"]:
            return AllOf(read_list(given["all"], (*path, "all"), read_condition))
        case ["any"]:
            return AnyOf(read_list(given["any"], (*path, "any"), read_condition))
        case ["not"]:
            return Not(read_condition(given["not"], (*path, "not")))
        case _:
            return _read_rule(given, path)


def _write_rule(rule: Rule) -> Data:
    data: dict[str, Data] = {"element": rule.element}
    if rule.part:
        data["part"] = rule.part
    if isinstance(rule.value, tuple):
        data[rule.operator.value] = list(rule.value)
    else:
        data[rule.operator.value] = write_scalar(rule.value)
    if rule.about is not None:
        data["about"] = rule.about.value
    return data


def _read_rule(given: Mapping[str, object], path: Path) -> Rule:
    operators = sorted(given.keys() - _RULE_KEYS)
    if "element" not in given or len(operators) != 1:
        raise Malformed(path, "must be all, any, not, or one element with one operator")
    code = operators[0]
    operator = read_enum(Operator, code, (*path, code))
    about = given.get("about")
    return Rule(
        element=read_text(given["element"], (*path, "element")),
        part=read_text(given.get("part", ""), (*path, "part")),
        operator=operator,
        value=_READ_OPERAND[operator](given[code], (*path, code)),
        about=None if about is None else read_enum(About, about, (*path, "about")),
    )


def _read_plain_value(data: object, path: Path) -> bool | int | str:
    if not isinstance(data, bool | int | str):
        raise Malformed(path, "must be text, a whole number, or true or false")
    return data


def _read_texts(data: object, path: Path) -> tuple[str, ...]:
    return read_list(data, path, read_text)


_READ_OPERAND: Mapping[Operator, Callable[[object, Path], Operand]] = {
    Operator.IS: _read_plain_value,
    Operator.IS_NOT: _read_plain_value,
    Operator.ONE_OF: _read_texts,
    Operator.INCLUDES: read_text,
    Operator.LESS: read_amount,
    Operator.MORE: read_amount,
    Operator.BEFORE: read_date,
    Operator.AFTER: read_date,
    Operator.AGE_UNDER: read_whole,
    Operator.AGE_FROM: read_whole,
    Operator.ANSWERED: read_flag,
    Operator.COUNT_FROM: read_whole,
}
