"""Plain (JSON-ready) data: single values to and from it, strictly, and what is malformed.

Enums are their codes, dates ISO 8601, amounts whole numbers or strings; never a float.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TypeAlias, TypeVar

Data: TypeAlias = "bool | int | str | list[Data] | dict[str, Data] | None"
Path: TypeAlias = tuple[str | int, ...]
E = TypeVar("E", bound=Enum)
T = TypeVar("T")


class Malformed(ValueError):
    """Data that cannot be read: `path` leads to it, `problem` says why, without the value."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{dotted(path)}: {problem}")
        self.path = path
        self.problem = problem


def dotted(path: Path) -> str:
    """Write a path as `topics[2].always[0]`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".") or "(top)"


def read_text(data: object, path: Path) -> str:
    """Return a string as it is."""
    if not isinstance(data, str):
        raise Malformed(path, "must be text")
    return data


def read_flag(data: object, path: Path) -> bool:
    """Return true or false."""
    if not isinstance(data, bool):
        raise Malformed(path, "must be true or false")
    return data


def read_whole(data: object, path: Path) -> int:
    """Return a whole number; true and false are none."""
    if not isinstance(data, int) or isinstance(data, bool):
        raise Malformed(path, "must be a whole number")
    return data


def read_amount(data: object, path: Path) -> Decimal:
    """Return an exact amount, given as a whole number or as text."""
    if isinstance(data, str) or (isinstance(data, int) and not isinstance(data, bool)):
        try:
            amount = Decimal(data)
        except InvalidOperation:
            amount = Decimal("NaN")
        if amount.is_finite():
            return amount
    raise Malformed(path, 'must be a whole number or an amount between quotes, like "12.50"')


def read_date(data: object, path: Path) -> date:
    """Return a date, given as text."""
    if isinstance(data, str):
        try:
            return date.fromisoformat(data)
        except ValueError:
            pass
    raise Malformed(path, 'must be a date between quotes, like "2026-01-31"')


def read_enum(kind: type[E], data: object, path: Path) -> E:
    """Return the member with that code."""
    codes = {str(member.value): member for member in kind}
    if not isinstance(data, str) or data not in codes:
        raise Malformed(path, f"must be one of {', '.join(codes)}")
    return codes[data]


def read_list(data: object, path: Path, read: Callable[[object, Path], T]) -> tuple[T, ...]:
    """Return a list, read item by item."""
    if not isinstance(data, list):
        raise Malformed(path, "must be a list")
    return tuple(read(each, (*path, number)) for number, each in enumerate(data))


def read_keys(data: object, path: Path) -> Mapping[str, object]:
    """Return a mapping with text keys, its values yet to be read."""
    if not isinstance(data, Mapping) or not all(isinstance(key, str) for key in data):
        raise Malformed(path, "must be a mapping of names to values")
    return data


def write_scalar(value: object) -> Data:
    """Return the plain form of one value; TypeError for what has none."""
    match value:
        case Enum():
            return str(value.value)
        case bool() | int() | str():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else format(value, "f")
        case date():
            return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no plain form")
