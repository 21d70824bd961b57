"""Catalogue and answers to and from JSON-ready data, and its digest.

A catalogue's data has the names of the fields of `definition`; what has its default
value is left out, so a file shows only what was decided. Reading is strict: an
unknown key, a missing key or a value of another type is Malformed, with its path.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from intake.questionnaire.answers import UNKNOWN, Answer, AnswerKey, Answers, Item, Value
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.plain import (
    Data,
    Malformed,
    Path,
    read_amount,
    read_date,
    read_flag,
    read_keys,
    read_list,
    read_text,
)
from intake.questionnaire.records import read_record, write_record

SCHEMA = "voordeur-catalogue/1"


def catalogue_to_data(catalogue: Catalogue) -> dict[str, Data]:
    """Return the plain form of a catalogue, with its schema first."""
    return {"schema": SCHEMA, **write_record(catalogue)}


def catalogue_from_data(data: object) -> Catalogue:
    """Return the catalogue that plain data describes; raises Malformed.

    Reads shape and types only; whether the parts fit together is for `lint`.
    """
    given = dict(read_keys(data, ()))
    if given.pop("schema", None) != SCHEMA:
        raise Malformed(("schema",), f"must be {SCHEMA}")
    return read_record(Catalogue, given, ())


def answers_to_data(answers: Answers) -> dict[str, Data]:
    """Return the plain form of answers: the key as text, and the answer."""
    return {str(key): answer_to_data(answers[key]) for key in sorted(answers)}


def answers_from_data(data: object) -> Answers:
    """Return the answers that plain data describes; raises Malformed."""
    return Answers(
        {
            _read_key(key): answer_from_data(each, path=(key,))
            for key, each in read_keys(data, ()).items()
        }
    )


def answer_to_data(answer: Answer) -> dict[str, Data]:
    """Return the plain form of one answer; values tell their own type."""
    data: dict[str, Data] = {
        "items": [
            {part: _write_value(value) for part, value in item.items()} for item in answer.items
        ],
        "source": answer.source,
        "as_of": answer.as_of.isoformat(),
    }
    if not answer.confirmed:
        data["confirmed"] = False
    if answer.correction:
        data["correction"] = answer.correction
    return data


def answer_from_data(data: object, *, path: Path = ()) -> Answer:
    """Return the answer that plain data describes; raises Malformed, without any value."""
    given = read_keys(data, path)
    known = {**_ANSWER_REQUIRED, **_ANSWER_OPTIONAL}
    for key in given.keys() - known.keys():
        raise Malformed((*path, key), f"is not a key here; known are {', '.join(known)}")
    for key in _ANSWER_REQUIRED.keys() - given.keys():
        raise Malformed(path, f"{key} is missing")
    make: Callable[..., Answer] = Answer
    return make(**{key: known[key](each, (*path, key)) for key, each in given.items()})


def canonical(data: Data) -> bytes:
    """Return the one JSON text of this data, as UTF-8."""
    return json.dumps(
        data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def digest(data: Data) -> str:
    """Return the SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(data)).hexdigest()


def _read_key(text: str) -> AnswerKey:
    try:
        return AnswerKey.parse(text)
    except ValueError:
        raise Malformed((text,), "must be <element>[@<person>][><recipient>]") from None


def _read_items(data: object, path: Path) -> tuple[Item, ...]:
    return read_list(data, path, _read_item)


def _read_item(data: object, path: Path) -> Item:
    return {part: _read_value(each, (*path, part)) for part, each in read_keys(data, path).items()}


def _write_value(value: Value) -> Data:
    match value:
        case bool() | int() | str():
            return value
        case tuple():
            return list(value)
        case Decimal():
            return {"amount": format(value, "f")}
        case date():
            return {"date": value.isoformat()}
    return {"unknown": True}


def _read_value(data: object, path: Path) -> Value:
    if isinstance(data, bool | int | str):
        return data
    if isinstance(data, list):
        return read_list(data, path, read_text)
    given = read_keys(data, path)
    match list(given):
        case ["amount"]:
            return read_amount(given["amount"], (*path, "amount"))
        case ["date"]:
            return read_date(given["date"], (*path, "date"))
        case ["unknown"] if given["unknown"] is True:
            return UNKNOWN
    raise Malformed(path, "must be a value, or one of amount, date, unknown")


_ANSWER_REQUIRED: Mapping[str, Callable[[object, Path], object]] = {
    "items": _read_items,
    "source": read_text,
    "as_of": read_date,
}
_ANSWER_OPTIONAL: Mapping[str, Callable[[object, Path], object]] = {
    "confirmed": read_flag,
    "correction": read_text,
}
