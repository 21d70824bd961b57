"""Numbers, amounts and dates as people type them; readers like those of `formats`."""

import re
from datetime import date
from decimal import Decimal

from intake.questionnaire.formats import Code, Refused

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, start=1)},
    "mrt": 3,
    "sept": 9,
}
_FIRST_YEAR, _LAST_YEAR = 1880, 2200
LONGEST_NUMBER = 12


def read_number(text: str) -> int | Decimal:
    """Return a number; whole when it is whole."""
    number = _decimal(text, Code.NUMBER)
    return int(number) if number == number.to_integral_value() else number


def read_money(text: str) -> Decimal:
    """Return an amount in euros and cents; 1,250 is refused, for it could be either."""
    bare = re.sub(r"(?i)\s*(?:\u20ac|\beuro?\b)\s*", "", text)
    bare = re.sub(r"[,.][-\u2013=]+$", "", bare.strip())
    amount = _decimal(bare, Code.MONEY)
    cents = amount.quantize(Decimal("0.01"))
    if cents != amount or re.fullmatch(r"-?[0-9]+,[0-9]{3}", bare):
        raise Refused(Code.MONEY)
    return cents


def read_date(text: str, *, today: date, past: bool = False) -> date:
    """Return a date from `3-4-1980`, `3 april 1980` or `1980-04-03`.

    A year of two digits is this century's, or the last one's for a date that must lie
    in the past and otherwise would not.
    """
    day, month_name, year_text = _date_words(text)
    month = _MONTH_NUMBERS.get(month_name.rstrip(".")) or _number(month_name)
    year = int(year_text)
    if len(year_text) == len("80"):
        this_century = (year + 2000, month, int(day))
        last_century = past and this_century > (today.year, today.month, today.day)
        year += 1900 if last_century else 2000
    try:
        value = date(year, month, int(day))
    except ValueError:
        raise Refused(Code.DATE) from None
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise Refused(Code.DATE)
    return value


def is_date_part(text: str, *, month: bool) -> bool:
    """Whether a day, month or year is written so that it can be read; a month also by name."""
    return text.isdigit() or (month and text.lower().rstrip(".") in _MONTH_NUMBERS)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _date_words(text: str) -> tuple[str, str, str]:
    plain = re.fullmatch(
        r"([0-9]{1,2})[\s./-]+([0-9]{1,2}|[a-z]+\.?)[\s./-]+([0-9]{4}|[0-9]{2})",
        text.lower().strip(),
    )
    if plain:
        return plain[1], plain[2], plain[3]
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text.strip())
    if iso:
        return iso[3], iso[2], iso[1]
    raise Refused(Code.DATE)


def _decimal(text: str, code: Code) -> Decimal:
    """Read a number in Dutch writing (1.250,5), else in international writing (1,250.5).

    A point before exactly three digits is a thousands sign: 1.250 is 1250.
    """
    bare = re.sub(r"[\s\u00a0']", "", text)
    if len(bare) > LONGEST_NUMBER:
        raise Refused(code)
    dutch = re.fullmatch(r"-?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?", bare)
    if dutch:
        return Decimal(bare.replace(".", "").replace(",", "."))
    if re.fullmatch(r"-?(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)\.[0-9]+", bare):
        return Decimal(bare.replace(",", ""))
    raise Refused(code)
