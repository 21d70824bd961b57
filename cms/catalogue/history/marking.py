"""Two texts side by side: which words left, and which came."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple


class Piece(NamedTuple):
    """Some words; `marked` when the other text does not have them."""

    text: str
    marked: bool


def marked(old: str, new: str) -> tuple[Sequence[Piece], Sequence[Piece]]:
    """The pieces of the old text and those of the new one, word by word."""
    before, after = _words(old), _words(new)
    left: list[Piece] = []
    right: list[Piece] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        differs = what != "equal"
        left += [Piece("".join(before[a:b]), differs)] if b > a else []
        right += [Piece("".join(after[c:d]), differs)] if d > c else []
    return left, right


def _words(text: str) -> list[str]:
    """Words, each with the space behind it."""
    return re.findall(r"\S+\s*", text)
