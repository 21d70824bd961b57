"""Which comparisons fit which parts, and that what is offered can be judged."""

from decimal import Decimal

import pytest

from intake.questionnaire.answers import Value
from intake.questionnaire.codes import Operator, PartType
from intake.questionnaire.conditions import fits
from intake.questionnaire.definition import Operand, Option, Part, Rule
from intake.questionnaire.operators import (
    codes_of,
    fits_value,
    operators_for,
    operators_without_part,
    strange_codes,
)
from tests.intake.questionnaire.examples import TODAY, question
from tests.intake.questionnaire.random_parts import OPERANDS

CHOICES = (Option(value="a", label="A"), Option(value="b", label="B"))


def a_part(kind: PartType, *, unknown: bool = False) -> Part:
    options = CHOICES if kind in {PartType.CHOICE, PartType.CHOICES} else ()
    return Part(key="deel", type=kind, options=options, unknown=unknown)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (PartType.YES_NO, "is is_not answered"),
        (PartType.CHOICE, "is is_not one_of answered"),
        (PartType.CHOICES, "includes answered"),
        (PartType.NUMBER, "is is_not less more answered"),
        (PartType.MONEY, "less more answered"),
        (PartType.DATE, "before after age_under age_from answered"),
        (PartType.TEXT, "answered"),
        (PartType.BSN, "answered"),
    ],
)
def test_a_type_has_its_operators(kind: PartType, expected: str) -> None:
    assert " ".join(operators_for(a_part(kind))) == expected


def test_what_may_be_unknown_can_be_compared_with_that() -> None:
    assert Operator.IS in operators_for(a_part(PartType.TEXT, unknown=True))
    assert Operator.IS not in operators_for(a_part(PartType.CHOICES, unknown=True))
    assert codes_of(a_part(PartType.CHOICE, unknown=True)) == ("a", "b", "unknown")


def test_only_a_list_can_be_counted() -> None:
    assert operators_without_part(question("p.naam").element) == (Operator.ANSWERED,)
    assert Operator.COUNT_FROM in operators_without_part(question("p.kinderen").element)


@pytest.mark.parametrize("kind", OPERANDS)
def test_what_random_rules_use_is_offered(kind: PartType) -> None:
    assert {operator for operator, _ in OPERANDS[kind]} <= set(operators_for(a_part(kind)))


@pytest.mark.parametrize("kind", PartType)
def test_an_operator_that_does_not_fit_never_holds(kind: PartType) -> None:
    """IS_NOT is the exception: anything is not something else."""
    values: dict[PartType, Value] = {
        PartType.CHOICES: ("a",),
        PartType.YES_NO: True,
        PartType.MONEY: Decimal(1),
    }
    for operator in set(Operator) - set(operators_for(a_part(kind))) - {Operator.IS_NOT}:
        rule = Rule(element="e", part="deel", operator=operator, value="zomaar")
        assert not fits(rule, ({"deel": values.get(kind, "a")},), today=TODAY)


@pytest.mark.parametrize(
    ("operator", "kind", "value", "fitting"),
    [
        (Operator.IS, PartType.YES_NO, True, True),
        (Operator.IS, PartType.YES_NO, "ja", False),
        (Operator.IS, PartType.NUMBER, 3, True),
        (Operator.IS, PartType.NUMBER, True, False),
        (Operator.IS, PartType.CHOICE, "a", True),
        (Operator.ONE_OF, PartType.CHOICE, ("a",), True),
        (Operator.ONE_OF, PartType.CHOICE, (), False),
        (Operator.LESS, PartType.MONEY, Decimal("1.50"), True),
        (Operator.BEFORE, PartType.DATE, TODAY, True),
        (Operator.BEFORE, PartType.DATE, 18, False),
        (Operator.AGE_UNDER, PartType.DATE, 18, True),
        (Operator.ANSWERED, PartType.TEXT, False, False),
    ],
)
def test_a_value_is_of_the_right_kind(
    operator: Operator, kind: PartType, value: Operand, *, fitting: bool
) -> None:
    assert fits_value(operator, value, a_part(kind)) is fitting


def test_a_code_that_is_no_option_is_strange() -> None:
    part = a_part(PartType.CHOICE)
    assert strange_codes(("a", "weg"), part) == ("weg",)
    assert strange_codes("unknown", part) == ("unknown",)
    assert strange_codes("b", part) == ()
