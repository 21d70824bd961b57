"""Rules on answers."""

from datetime import date
from decimal import Decimal

import pytest

from intake.questionnaire.answers import UNKNOWN, Item, Value
from intake.questionnaire.codes import About, Operator
from intake.questionnaire.conditions import Facts, age, holds, told_item
from intake.questionnaire.definition import AllOf, AnyOf, Not, Operand, Rule
from intake.questionnaire.questions import QuestionKey
from tests.intake.questionnaire.examples import TODAY, question

YES = Rule(element="e", operator=Operator.ANSWERED)
NO = Rule(element="other", operator=Operator.ANSWERED)


def fits(rule: Rule, *items: Item) -> bool:
    return holds(rule, {QuestionKey("e"): (items,)}, today=TODAY)


@pytest.mark.parametrize(
    ("value", "operator", "operand", "expected"),
    [
        (True, Operator.IS, True, True),
        (False, Operator.IS, True, False),
        (1, Operator.IS, True, False),
        ("a", Operator.IS, "a", True),
        ("a", Operator.IS_NOT, "b", True),
        ("a", Operator.IS_NOT, "a", False),
        (UNKNOWN, Operator.IS, "unknown", True),
        (UNKNOWN, Operator.IS, "a", False),
        (UNKNOWN, Operator.LESS, Decimal(5), False),
        ("b", Operator.ONE_OF, ("a", "b"), True),
        ("c", Operator.ONE_OF, ("a", "b"), False),
        (("a", "b"), Operator.INCLUDES, "b", True),
        (("a",), Operator.INCLUDES, "b", False),
        (4, Operator.LESS, Decimal("4.5"), True),
        (Decimal("4.50"), Operator.LESS, Decimal("4.5"), False),
        (Decimal("4.51"), Operator.MORE, Decimal("4.5"), True),
        (Decimal("4.50"), Operator.MORE, Decimal("4.5"), False),
        (date(2026, 1, 1), Operator.BEFORE, date(2026, 1, 2), True),
        (date(2026, 1, 2), Operator.BEFORE, date(2026, 1, 2), False),
        (date(2026, 1, 3), Operator.AFTER, date(2026, 1, 2), True),
        (date(2008, 11, 22), Operator.AGE_UNDER, 18, True),
        (date(2008, 11, 21), Operator.AGE_UNDER, 18, False),
        (date(2008, 11, 21), Operator.AGE_FROM, 18, True),
        (date(2008, 11, 22), Operator.AGE_FROM, 18, False),
        (UNKNOWN, Operator.ANSWERED, True, True),
        ("text", Operator.AGE_FROM, 18, False),
    ],
)
def test_operators(value: Value, operator: Operator, operand: Operand, *, expected: bool) -> None:
    rule = Rule(element="e", part="p", operator=operator, value=operand)
    assert fits(rule, {"p": value}) is expected


@pytest.mark.parametrize("operator", [each for each in Operator if each is not Operator.COUNT_FROM])
def test_what_was_not_told_makes_no_rule_true(operator: Operator) -> None:
    assert not fits(Rule(element="e", part="p", operator=operator, value="a"), {})
    assert not holds(Rule(element="e", part="p", operator=operator, value="a"), {}, today=TODAY)


def test_one_fitting_item_of_a_list_is_enough() -> None:
    rule = Rule(element="e", part="p", operator=Operator.IS, value="a")
    assert fits(rule, {"p": "b"}, {"p": "a"})


def test_an_empty_list_is_an_answer_of_no_items() -> None:
    assert fits(YES)
    assert fits(Rule(element="e", operator=Operator.COUNT_FROM, value=0))
    assert not fits(Rule(element="e", operator=Operator.COUNT_FROM, value=1))
    assert fits(Rule(element="e", operator=Operator.COUNT_FROM, value=2), {}, {})


def test_combinations() -> None:
    assert not fits(NO)
    told: Facts = {QuestionKey("e"): (({},),)}
    assert holds(AllOf((YES, YES)), told, today=TODAY)
    assert not holds(AllOf((YES, NO)), told, today=TODAY)
    assert holds(AnyOf((NO, YES)), told, today=TODAY)
    assert holds(Not(NO), told, today=TODAY)
    assert holds(AllOf(()), told, today=TODAY)
    assert not holds(AnyOf(()), told, today=TODAY)


def test_about_whom_a_rule_is() -> None:
    child = {QuestionKey("e", About.CHILD): (({"p": True},),)}
    assert not holds(YES, child, today=TODAY)
    assert holds(YES, child, today=TODAY, about={"e": About.CHILD})
    by_rule = Rule(element="e", operator=Operator.ANSWERED, about=About.CHILD)
    assert holds(by_rule, child, today=TODAY)


@pytest.mark.parametrize(
    ("today", "years"),
    [(date(2026, 2, 28), 17), (date(2026, 3, 1), 18), (date(2028, 2, 29), 20)],
)
def test_age_of_one_born_on_29_february(today: date, years: int) -> None:
    assert age(date(2008, 2, 29), today=today) == years


def test_a_part_that_does_not_apply_was_not_told() -> None:
    voorkeur = question("p.voorkeur")
    assert told_item(voorkeur, {"kanaal": "email", "adres": "Kade 1"}, today=TODAY) == {
        "kanaal": "email"
    }
    assert told_item(voorkeur, {"adres": "Kade 1", "weg": "x"}, today=TODAY) == {}
