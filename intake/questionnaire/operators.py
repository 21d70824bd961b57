"""Which comparisons fit what: the one table that lint judges by and a builder offers from."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from intake.questionnaire.answers import UNKNOWN
from intake.questionnaire.codes import Operator, PartType
from intake.questionnaire.definition import Element, Operand, Part

_ANY = frozenset(PartType)
_NUMBERS = frozenset({PartType.NUMBER, PartType.MONEY})
_DATES = frozenset({PartType.DATE})
_SINGLE = frozenset({PartType.YES_NO, PartType.CHOICE, PartType.NUMBER})


def operators_for(part: Part) -> tuple[Operator, ...]:
    """The operators a rule on this part may use, in the order of `Operator`.

    What may be "weet ik niet" can be compared with that, whatever else it holds.
    """
    return tuple(each for each, fits in _FITS.items() if fits(part))


def operators_without_part(element: Element) -> tuple[Operator, ...]:
    """The operators of a rule on a question as a whole: was it answered, how many items."""
    counting = (Operator.COUNT_FROM,) if element.repeat else ()
    return (Operator.ANSWERED, *counting)


def codes_of(part: Part) -> tuple[str, ...]:
    """The codes a rule may compare this part with: its options and, if it may be, unknown."""
    unknown = (UNKNOWN.value,) if part.unknown else ()
    return (*(option.value for option in part.options), *unknown)


def fits_value(operator: Operator, value: Operand, part: Part) -> bool:
    """Whether an operator that fits the part has a value of the right kind.

    A code that is none of the part's own is of the right kind too: see `strange_codes`.
    """
    if operator in {Operator.IS, Operator.IS_NOT}:
        return _is_of_kind(value, part)
    return _VALUES[operator](value)


def strange_codes(value: Operand, part: Part) -> tuple[str, ...]:
    """The codes in a rule's value that this part can never hold."""
    given = value if isinstance(value, tuple) else (value,)
    return tuple(each for each in given if isinstance(each, str) and each not in codes_of(part))


def _is_of_kind(value: Operand, part: Part) -> bool:
    match part.type:
        case PartType.YES_NO if isinstance(value, bool):
            return True
        case PartType.NUMBER if _is_number(value):
            return True
    return isinstance(value, str) and bool(codes_of(part))


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_single(part: Part) -> bool:
    return part.type in _SINGLE or (part.unknown and part.type is not PartType.CHOICES)


def _of(types: frozenset[PartType]) -> Callable[[Part], bool]:
    return lambda part: part.type in types


_FITS: Mapping[Operator, Callable[[Part], bool]] = {
    Operator.IS: _is_single,
    Operator.IS_NOT: _is_single,
    Operator.ONE_OF: _of(frozenset({PartType.CHOICE})),
    Operator.INCLUDES: _of(frozenset({PartType.CHOICES})),
    Operator.LESS: _of(_NUMBERS),
    Operator.MORE: _of(_NUMBERS),
    Operator.BEFORE: _of(_DATES),
    Operator.AFTER: _of(_DATES),
    Operator.AGE_UNDER: _of(_DATES),
    Operator.AGE_FROM: _of(_DATES),
    Operator.ANSWERED: _of(_ANY),
}

_VALUES: Mapping[Operator, Callable[[Operand], bool]] = {
    Operator.ONE_OF: lambda value: isinstance(value, tuple) and bool(value),
    Operator.INCLUDES: lambda value: isinstance(value, str),
    Operator.LESS: _is_number,
    Operator.MORE: _is_number,
    Operator.BEFORE: lambda value: isinstance(value, date),
    Operator.AFTER: lambda value: isinstance(value, date),
    Operator.AGE_UNDER: _is_whole,
    Operator.AGE_FROM: _is_whole,
    Operator.ANSWERED: lambda value: value is True,
    Operator.COUNT_FROM: _is_whole,
}
