"""One input: from what the form sent to a value, and back to what the form shows."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from intake.questionnaire.answers import UNKNOWN, Item, Value
from intake.questionnaire.codes import PartType
from intake.questionnaire.definition import Part
from intake.questionnaire.digits import western
from intake.questionnaire.formats import (
    WRITE,
    Code,
    Refused,
    read_bsn,
    read_email,
    read_house_number,
    read_iban,
    read_phone,
    read_postcode,
)
from intake.questionnaire.offering import goes_without_saying
from intake.questionnaire.quantities import is_date_part, read_date, read_money, read_number

YES, NO = "ja", "nee"
DATE_INPUTS = ("dag", "maand", "jaar")
DATE_LETTERS = {"dag": Code.DATE_DAY, "maand": Code.DATE_MONTH, "jaar": Code.DATE_YEAR}
"""What to say where one of the inputs holds something that is no number."""
NUMERIC = {
    PartType.BSN,
    PartType.DATE,
    PartType.HOUSE_NUMBER,
    PartType.IBAN,
    PartType.MONEY,
    PartType.NUMBER,
    PartType.PHONE,
    PartType.POSTCODE,
}
"""Types whose digits may be typed in another script."""
OPTIONS = {PartType.CHOICE, PartType.CHOICES, PartType.YES_NO}
LONGEST = {PartType.STORY: 5000}
LONGEST_LINE = 200


def texts(raw: Mapping[str, list[str]], name: str) -> list[str]:
    """Return what was sent under a name, cleaned, without what is empty."""
    return [text for text in map(_clean, raw.get(name, ())) if text]


def read_part(part: Part, raw: Mapping[str, list[str]], *, name: str, today: date) -> Value | None:
    """Return the value of one part, None when it was left open; raises Refused."""
    if part.type in NUMERIC:
        raw = {key: [*map(western, held)] for key, held in raw.items() if key.startswith(name)}
    given = _date_text(raw, name) if part.type is PartType.DATE else texts(raw, name)
    option = part.unknown and part.type in OPTIONS
    values = [text for text in given if not option or text != UNKNOWN.value]
    unknown = part.unknown and bool(len(values) < len(given) or texts(raw, f"{name}.unknown"))
    if unknown and values:
        raise Refused(Code.VALUE_AND_UNKNOWN)
    if unknown:
        return UNKNOWN
    if values:
        return _read_values(part, values, today)
    if goes_without_saying(part):
        return part.options[0].value
    if part.required:
        raise Refused(Code.REQUIRED)
    return None


def shown(part: Part, value: Value | None, *, name: str) -> dict[str, list[str]]:
    """Return what a form must hold to show this value: the inverse of `read_part`."""
    if value is None:
        return {}
    if value is UNKNOWN:
        return {name if part.type in OPTIONS else f"{name}.unknown": [UNKNOWN.value]}
    if isinstance(value, date):
        numbers = (value.day, value.month, value.year)
        return {
            f"{name}.{key}": [str(number)] for key, number in zip(DATE_INPUTS, numbers, strict=True)
        }
    return {name: _shown_texts(part, value)}


def _shown_texts(part: Part, value: Value) -> list[str]:
    match value:
        case bool():
            return [YES if value else NO]
        case tuple():
            return list(value)
        case Decimal():
            return [format(value, "f").replace(".", ",")]
        case str() if part.type in WRITE:
            return [WRITE[part.type](value)]
    return [str(value)]


def shown_item(parts: tuple[Part, ...], item: Item, *, prefix: str) -> dict[str, list[str]]:
    """Return what the inputs of one item must hold."""
    return {
        name: held
        for part in parts
        for name, held in shown(part, item.get(part.key), name=f"{prefix}.{part.key}").items()
    }


def _read_values(part: Part, values: list[str], today: date) -> Value:
    if part.type is PartType.CHOICES:
        return _read_choices(part, values)
    if part.type is PartType.DATE:
        return _read_date(part, values[0], today)
    value = _READ[part.type](part, values[0])
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        _check_bounds(part, Decimal(value), Code.TOO_SMALL, Code.TOO_LARGE)
    return value


def _read_choices(part: Part, values: list[str]) -> tuple[str, ...]:
    chosen = tuple(option.value for option in part.options if option.value in values)
    if set(values) != set(chosen):
        raise Refused(Code.CHOICE)
    _check_bounds(part, Decimal(len(chosen)), Code.TOO_FEW, Code.TOO_MANY)
    return chosen


def _read_choice(part: Part, text: str) -> str:
    if all(option.value != text for option in part.options):
        raise Refused(Code.CHOICE)
    return text


def _read_yes_no(_part: Part, text: str) -> bool:
    if text.lower() not in {YES, NO}:
        raise Refused(Code.YES_NO)
    return text.lower() == YES


def _read_text(part: Part, text: str) -> str:
    text = text if part.type is PartType.STORY else " ".join(text.split())
    longest = part.max_length or LONGEST.get(part.type, LONGEST_LINE)
    if len(text) > longest:
        raise Refused(Code.TOO_LONG, {"maximum": str(longest)})
    return text


def _read_date(part: Part, text: str, today: date) -> date:
    value = read_date(text, today=today, past=part.past)
    if part.past and value > today:
        raise Refused(Code.DATE_IN_FUTURE)
    if part.future and value < today:
        raise Refused(Code.DATE_IN_PAST)
    return value


def _check_bounds(part: Part, value: Decimal, under: Code, over: Code) -> None:
    if part.minimum is not None and value < part.minimum:
        raise Refused(under, {"minimum": format(part.minimum, "f")})
    if part.maximum is not None and value > part.maximum:
        raise Refused(over, {"maximum": format(part.maximum, "f")})


def _date_text(raw: Mapping[str, list[str]], name: str) -> list[str]:
    """Return a date's text, from its three inputs when they were used."""
    given = {key: texts(raw, f"{name}.{key}") for key in DATE_INPUTS}
    if not any(given.values()):
        return texts(raw, name)
    missing = [key for key, values in given.items() if not values]
    if missing:
        raise Refused(Code.DATE_INCOMPLETE, {"missing": ", ".join(missing)})
    for key, wrong in DATE_LETTERS.items():
        if not is_date_part(given[key][0], month=key == "maand"):
            raise Refused(wrong, {"missing": key})
    return ["-".join(values[0] for values in given.values())]


def _clean(text: str) -> str:
    """Trim, and drop control characters that no keyboard types; keep line ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) != "Cc")
    return re.sub(r"\n{3,}", "\n\n", "".join(kept)).strip()


_READ: Mapping[PartType, Callable[[Part, str], Value]] = {
    PartType.TEXT: _read_text,
    PartType.STORY: _read_text,
    PartType.YES_NO: _read_yes_no,
    PartType.CHOICE: _read_choice,
    PartType.NUMBER: lambda _part, text: read_number(text),
    PartType.MONEY: lambda _part, text: read_money(text),
    PartType.BSN: lambda _part, text: read_bsn(text),
    PartType.IBAN: lambda _part, text: read_iban(text),
    PartType.POSTCODE: lambda _part, text: read_postcode(text),
    PartType.HOUSE_NUMBER: lambda _part, text: read_house_number(text),
    PartType.PHONE: lambda _part, text: read_phone(text),
    PartType.EMAIL: lambda _part, text: read_email(text),
}
