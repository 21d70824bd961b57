"""What people type → what is stored: forgiving in form, strict in meaning.

Each reader takes stripped, non-empty text and returns the one stored form, or raises
Refused. Sources: BSN eleven-test (Logisch ontwerp BSN), IBAN ISO 13616 mod 97,
postcode (PostNL: no leading 0, no SA, SD or SS), house number (BAG catalogus: 1 to
99999, one letter, an addition of four signs), telephone (E.164).
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from intake.questionnaire.codes import PartType


class Code(StrEnum):
    """What is wrong with an input; the texts stand where they are shown."""

    REQUIRED = "required"
    VALUE_AND_UNKNOWN = "value_and_unknown"
    TOO_LONG = "too_long"
    YES_NO = "yes_no"
    CHOICE = "choice"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    NUMBER = "number"
    MONEY = "money"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    DATE = "date"
    DATE_DAY = "date_day"
    DATE_MONTH = "date_month"
    DATE_YEAR = "date_year"
    DATE_INCOMPLETE = "date_incomplete"
    DATE_IN_FUTURE = "date_in_future"
    DATE_IN_PAST = "date_in_past"
    BSN = "bsn"
    IBAN = "iban"
    POSTCODE = "postcode"
    HOUSE_NUMBER = "house_number"
    PHONE = "phone"
    EMAIL = "email"
    CORRECTION = "correction"


class Refused(ValueError):
    """Typed text that is not what was asked; never holds the text itself."""

    def __init__(self, code: Code, params: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.params = dict(params or {})


_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
LONGEST_EMAIL = 254


def read_bsn(text: str) -> str:
    """Return nine digits that pass the eleven-test; a leading zero may be missing."""
    digits = re.sub(r"[\s.-]", "", text)
    if re.fullmatch(r"[0-9]{8,9}", digits):
        digits = digits.zfill(9)
        total = sum(int(digit) * weight for digit, weight in zip(digits, _BSN_WEIGHTS, strict=True))
        if total % 11 == 0 and int(digits):
            return digits
    raise Refused(Code.BSN)


def read_iban(text: str) -> str:
    """Return the IBAN in capitals without spaces; a Dutch one has 18 characters."""
    iban = re.sub(r"[\s.-]", "", text).upper()
    fits = re.fullmatch(r"NL[0-9]{2}[A-Z]{4}[0-9]{10}|(?!NL)[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", iban)
    if fits:
        number = "".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])
        if int(number) % 97 == 1:
            return iban
    raise Refused(Code.IBAN)


def read_postcode(text: str) -> str:
    """Return a Dutch postcode as `1234 AB`."""
    postcode = re.sub(r"[\s.-]", "", text).upper()
    if re.fullmatch(r"[1-9][0-9]{3}(?!SA|SD|SS)[A-Z]{2}", postcode):
        return f"{postcode[:4]} {postcode[4:]}"
    raise Refused(Code.POSTCODE)


def read_house_number(text: str) -> str:
    """Return the number as it was typed, such as `12 B` or `9-III`; it begins with its digits."""
    number = " ".join(text.split())
    letter, addition = r"(?:[ /-]{0,2}[^\W_])?", r"(?:[ /-]{0,3}[^\W_]{1,4})?"
    if re.fullmatch(rf"[1-9][0-9]{{0,4}}(?![0-9]){letter}{addition}", number):
        return number
    raise Refused(Code.HOUSE_NUMBER)


def read_phone(text: str) -> str:
    """Return the number in E.164, `+31612345678`; without a country it is Dutch."""
    digits = re.sub(r"^00", "+", re.sub(r"[\s().\u00b7/-]", "", text))
    dutch = re.fullmatch(r"(?:0|\+310?)([1-9][0-9]{8})", digits)
    if dutch:
        return f"+31{dutch[1]}"
    if re.fullmatch(r"\+(?!31)[1-9][0-9]{7,14}", digits):
        return digits
    raise Refused(Code.PHONE)


def read_email(text: str) -> str:
    """Return an address with its domain in lower case."""
    local, _, domain = text.rpartition("@")
    domain = domain.lower()
    local_fits = re.fullmatch(r"[^\s@,;:<>()\[\]\\\"]+", local) and ".." not in local
    domain_fits = re.fullmatch(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}", domain)
    if local_fits and domain_fits and len(text) <= LONGEST_EMAIL:
        return f"{local}@{domain}"
    raise Refused(Code.EMAIL)


def write_iban(iban: str) -> str:
    """Write an IBAN in groups of four."""
    return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))


def write_phone(number: str) -> str:
    """Write a Dutch number as it is dialled here, any other as it is."""
    if not number.startswith("+31"):
        return number
    local = f"0{number.removeprefix('+31')}"
    return f"06 {local[2:]}" if local.startswith("06") else local


WRITE: Mapping[PartType, Callable[[str], str]] = {
    PartType.IBAN: write_iban,
    PartType.PHONE: write_phone,
}
"""How a stored text reads, for the types that are not read as they are stored."""
