"""References: what a resident reads out on the phone.

"ZT-" and 12 characters of Crockford's base 32 in groups of four: 55 random bits and a
check character. The check is a linear code over GF(32): the sum of character times
weight is zero, the weights being different powers of a primitive element. So any one
wrong character and any swap of two characters, neighbours or not, is caught.
"""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PREFIX = "ZT"
LENGTH = 12
GROUP = 4
_FIELD = 0b100101  # x^5 + x^2 + 1, primitive, so that x has order 31
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


class NotAReference(ValueError):
    """The text is no reference, or has a typing error."""


def new_reference() -> str:
    """A fresh one; the database's unique constraint is the judge of whether it is free."""
    body = [secrets.randbelow(len(ALPHABET)) for _ in range(LENGTH - 1)]
    return _written([*body, _check(body)])


def normalise(text: str) -> str:
    """A reference as typed or read out, in its one form. Raises NotAReference.

    Lower case, spaces, missing dashes and prefix, O for 0, I and L for 1 are understood.
    """
    body = text.strip().upper().translate(_READ_AS)
    if len(body) == LENGTH + len(PREFIX):
        body = body.removeprefix(PREFIX)
    values = [_VALUES[character] for character in body if character in _VALUES]
    if not len(values) == len(body) == LENGTH or _check(values[:-1]) != values[-1]:
        raise NotAReference("not a reference")
    return _written(values)


def is_valid(text: str) -> bool:
    """Whether the text can be read as a reference."""
    try:
        normalise(text)
    except NotAReference:
        return False
    return True


def _check(body: list[int]) -> int:
    """The value that makes the weighted sum zero: Horner's scheme in GF(32)."""
    total = 0
    for value in body:
        total = _times_x(total ^ value)
    return total


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _FIELD if doubled >= len(ALPHABET) else doubled


def _written(values: list[int]) -> str:
    body = "".join(ALPHABET[value] for value in values)
    groups = [body[start : start + GROUP] for start in range(0, LENGTH, GROUP)]
    return "-".join([PREFIX, *groups])
