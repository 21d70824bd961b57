"""Digits of other scripts, and what comes along when they are typed or pasted."""

from typing import Final

ARABIC: Final = "٠١٢٣٤٥٦٧٨٩"
PERSIAN: Final = "۰۱۲۳۴۵۶۷۸۹"
DIGITS: Final = "0123456789"
DECIMAL_SIGN, THOUSANDS_SIGN, COMMA = "\u066b", "\u066c", "\u060c"
DIRECTION_MARKS: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_WESTERN: Final = {
    **str.maketrans(ARABIC, DIGITS),
    **str.maketrans(PERSIAN, DIGITS),
    **str.maketrans(DECIMAL_SIGN + COMMA + THOUSANDS_SIGN, ",,.", DIRECTION_MARKS),
}


def western(text: str) -> str:
    """The same in the digits 0-9 and Dutch signs, without marks of direction."""
    return text.translate(_WESTERN)
