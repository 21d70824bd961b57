"""The values worth trying to make some rules on one part true, and others false."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from intake.questionnaire.answers import UNKNOWN, Value
from intake.questionnaire.codes import Operator, PartType
from intake.questionnaire.definition import Part, Rule

REFERENCE = date(2000, 1, 1)
"""The day on which ages are judged; any day does, for ages only compare with ages."""
AGES = frozenset({Operator.AGE_UNDER, Operator.AGE_FROM})
OLDEST = 150


def worth_trying(
    part: Part, offered: Collection[str], wanted: Sequence[Rule], unwanted: Sequence[Rule]
) -> Iterator[Value]:
    """Values of every kind that rules tell apart: on, around and between what they compare with."""
    operands = [rule.value for rule in (*wanted, *unwanted)]
    match part.type:
        case PartType.CHOICE:
            yield from (each.value for each in part.options if each.value in offered)
        case PartType.CHOICES:
            yield from _sets(part, offered, wanted, unwanted)
        case PartType.YES_NO:
            yield from (True, False)
        case PartType.NUMBER | PartType.MONEY:
            yield from _numbers(part, [_number(each) for each in operands])
        case PartType.DATE:
            yield from _dates(part, (*wanted, *unwanted))
        case _:
            yield "…"
    if part.unknown:
        yield UNKNOWN


def _sets(
    part: Part, offered: Collection[str], wanted: Sequence[Rule], unwanted: Sequence[Rule]
) -> Iterator[Value]:
    """The smallest set of choices that has all it must have and nothing it may not have."""
    have = {rule.value for rule in wanted if rule.operator is Operator.INCLUDES}
    avoid = {rule.value for rule in unwanted if rule.operator is Operator.INCLUDES}
    codes = [option.value for option in part.options if option.value in offered]
    chosen = [code for code in codes if code in have]
    others = [code for code in codes if code not in have | avoid]
    fewest, most = int(part.minimum or 1), part.maximum
    chosen += others[: max(0, fewest - len(chosen))]
    if len(chosen) >= fewest and (most is None or len(chosen) <= most):
        yield tuple(chosen)


def _numbers(part: Part, operands: Sequence[int | Decimal | None]) -> Iterator[Value]:
    bounds = [each for each in (part.minimum, part.maximum) if each is not None]
    marks = sorted({each for each in operands if each is not None} | set(bounds)) or [0]
    between = [(Decimal(low) + Decimal(high)) / 2 for low, high in pairwise(marks)]
    for number in (*marks, *between, marks[0] - 1, marks[-1] + 1):
        above = part.minimum is None or number >= part.minimum
        if above and (part.maximum is None or number <= part.maximum):
            yield number


def _number(value: object) -> int | Decimal | None:
    is_one = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return value if is_one else None  # type: ignore[return-value]


def _dates(part: Part, rules: Sequence[Rule]) -> Iterator[Value]:
    yield REFERENCE
    for rule in rules:
        if rule.operator in AGES and isinstance(rule.value, int):
            yield from _born(rule.value, future=not part.past)
        elif isinstance(rule.value, date):
            day = rule.value.toordinal()
            around = range(max(day - 1, 1), min(day + 1, date.max.toordinal()) + 1)
            yield from map(date.fromordinal, around)


def _born(age: int, *, future: bool) -> Iterator[date]:
    """Birthdays of people around this age; of nobody yet to be born, unless that may be."""
    for years in (age - 1, age, age + 1):
        if (future or years >= 0) and abs(years) <= OLDEST:
            yield REFERENCE.replace(year=REFERENCE.year - years)
