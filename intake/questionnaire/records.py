"""Frozen dataclasses to and from plain data, driven by their own type hints.

A key is the name of a field; a field that has its default is left out.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType
from typing import TypeVar, get_args, get_origin, get_type_hints

from intake.questionnaire.definition import AllOf, AnyOf, Not, Rule
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
from intake.questionnaire.rules import read_condition, write_condition

T = TypeVar("T")

_SCALARS: Mapping[object, Callable[[object, Path], object]] = {
    str: read_text,
    bool: read_flag,
    int: read_whole,
    Decimal: read_amount,
    date: read_date,
}


def write_record(record: object) -> dict[str, Data]:
    """Return the plain form of a dataclass instance."""
    if not is_dataclass(record):
        raise TypeError(f"{type(record).__name__} is no dataclass")
    given = ((field, getattr(record, field.name)) for field in fields(record))
    return {field.name: _write(value) for field, value in given if value != _default(field)}


def read_record(kind: type[T], data: object, path: Path) -> T:
    """Return an instance of that dataclass; raises Malformed."""
    given = read_keys(data, path)
    plain_kind: type = kind
    hints = _hints(plain_kind)
    for key in given:
        if key not in hints:
            raise Malformed((*path, key), f"is not a key here; known are {', '.join(hints)}")
    for field in fields(plain_kind):
        if field.name not in given and _default(field) is MISSING:
            raise Malformed(path, f"{field.name} is missing")
    make: Callable[..., T] = kind
    return make(**{key: _read(hints[key], each, (*path, key)) for key, each in given.items()})


@cache
def _hints(kind: type) -> dict[str, object]:
    return get_type_hints(kind)


def _default(field: Field[object]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _write(value: object) -> Data:
    match value:
        case Rule() | AllOf() | AnyOf() | Not():
            return write_condition(value)
        case tuple():
            return [_write(each) for each in value]
        case Mapping():
            return {str(key): _write(value[key]) for key in sorted(value)}
    return write_record(value) if is_dataclass(value) else write_scalar(value)


def _read(kind: object, data: object, path: Path) -> object:
    if kind in _SCALARS:
        return _SCALARS[kind](data, path)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return read_enum(kind, data, path)
    if isinstance(kind, type) and is_dataclass(kind):
        return read_record(kind, data, path)
    return _read_generic(kind, data, path)


def _read_generic(kind: object, data: object, path: Path) -> object:
    """Read a `tuple[X, ...]`, a `Mapping[K, V]`, a condition, or one of these or None."""
    arguments = get_args(kind)
    if get_origin(kind) is tuple:
        return read_list(data, path, lambda each, where: _read(arguments[0], each, where))
    if get_origin(kind) is Mapping:
        return _read_mapping(arguments, data, path)
    if Rule in arguments:
        return read_condition(data, path)
    (inner,) = (each for each in arguments if each is not NoneType)
    return _read(inner, data, path)


def _read_mapping(kinds: tuple[object, ...], data: object, path: Path) -> dict[object, object]:
    key_kind, value_kind = kinds
    return {
        _read(key_kind, key, (*path, key)): _read(value_kind, each, (*path, key))
        for key, each in read_keys(data, path).items()
    }
