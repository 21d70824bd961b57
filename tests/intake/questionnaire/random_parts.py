"""Random values, and the rules and parts that are about them."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from intake.questionnaire.answers import Value
from intake.questionnaire.codes import Operator, PartType
from intake.questionnaire.definition import (
    AllOf,
    AnyOf,
    Condition,
    Element,
    Not,
    Operand,
    Option,
    Part,
    Rule,
)

TODAY = date(2026, 11, 21)
CODES = ("a", "b", "c")
NUMBERS: list[int | Decimal] = [0, 1, 2, -7, 1250, Decimal("0.125")]


def some(random: Random, choices: Sequence[str]) -> tuple[str, ...]:
    """At least one of these, in their order."""
    chosen = tuple(each for each in choices if random.random() < 0.5)
    return chosen or (random.choice(choices),)


def _date(random: Random) -> date:
    return TODAY - timedelta(days=random.randrange(36_000))


def _money(random: Random) -> Decimal:
    return Decimal(random.randrange(-5_000, 5_000)) / 100


VALUES: dict[PartType, Callable[[Random], Value]] = {
    PartType.TEXT: lambda random: random.choice(["Jan", "straat 1", "unknown", "é"]),
    PartType.STORY: lambda random: random.choice(
        ["Regel een\n\nregel twee", "Mijn BSN: 1112 22 333."]
    ),
    PartType.YES_NO: lambda random: random.random() < 0.5,
    PartType.CHOICE: lambda random: random.choice(CODES),
    PartType.CHOICES: lambda random: some(random, CODES),
    PartType.DATE: _date,
    PartType.NUMBER: lambda random: random.choice(NUMBERS),
    PartType.MONEY: _money,
    PartType.BSN: lambda random: random.choice(["111222333", "123456782", "010464554"]),
    PartType.IBAN: lambda random: random.choice(["NL91ABNA0417164300", "DE89370400440532013000"]),
    PartType.HOUSE_NUMBER: lambda random: random.choice(["1", "12 B", "99999-III"]),
    PartType.POSTCODE: lambda random: random.choice(["1234 AB", "9999 ZZ"]),
    PartType.PHONE: lambda random: random.choice(["+31612345678", "+31201234567", "+4930123456"]),
    PartType.EMAIL: lambda random: random.choice(["a@example.nl", "B.c+d@example.com"]),
}

OPERANDS: dict[PartType, list[tuple[Operator, Callable[[Random], Operand]]]] = {
    PartType.YES_NO: [(Operator.IS, lambda random: random.random() < 0.5)],
    PartType.CHOICE: [
        (Operator.IS, lambda random: random.choice(CODES)),
        (Operator.IS_NOT, lambda random: random.choice(CODES)),
        (Operator.ONE_OF, lambda random: some(random, CODES)),
    ],
    PartType.CHOICES: [(Operator.INCLUDES, lambda random: random.choice(CODES))],
    PartType.DATE: [
        (Operator.BEFORE, _date),
        (Operator.AFTER, _date),
        (Operator.AGE_UNDER, lambda random: random.randrange(1, 90)),
        (Operator.AGE_FROM, lambda random: random.randrange(1, 90)),
    ],
    PartType.NUMBER: [
        (Operator.IS, lambda random: random.randrange(3)),
        (Operator.LESS, _money),
        (Operator.MORE, _money),
    ],
    PartType.MONEY: [(Operator.LESS, _money), (Operator.MORE, _money)],
}


def a_rule(random: Random, elements: Sequence[Element], *, sibling: bool = False) -> Rule:
    """A rule on one of these elements, of a kind that fits."""
    element = random.choice(elements)
    if element.repeat is not None and not sibling and random.random() < 0.5:
        return Rule(element=element.key, operator=Operator.COUNT_FROM, value=random.randrange(3))
    part = random.choice(element.parts)
    choices = OPERANDS.get(part.type) or [(Operator.ANSWERED, lambda _random: True)]
    operator, operand = random.choice(choices)
    return Rule(element=element.key, part=part.key, operator=operator, value=operand(random))


def a_condition(random: Random, elements: Sequence[Element]) -> Condition:
    """A rule, or two of them together."""
    two = (a_rule(random, elements), a_rule(random, elements))
    shapes: list[Condition] = [*two, AllOf(two), AnyOf(two), AnyOf(two), Not(two[0])]
    return random.choice(shapes)


def a_part(random: Random, number: int) -> Part:
    """A part of any type, choices the most often."""
    kind = random.choice([*PartType, PartType.YES_NO, PartType.CHOICE])
    options = tuple(Option(value=code, label=code.upper()) for code in CODES)
    return Part(
        key=f"deel{number}",
        type=kind,
        label=f"Deel {number}",
        options=options if kind in {PartType.CHOICE, PartType.CHOICES} else (),
        required=random.random() < 0.7,
        unknown=random.random() < 0.3,
    )
