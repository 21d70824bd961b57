"""Words out of text: without case, accents and apostrophes, so that spelling matters less."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

MARKS: Final = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
"""Accents and vowel signs that stand over or under the letter before."""

WORD: Final = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}]|['’\u02bc](?=[^\W_]))*")
APOSTROPHES: Final = str.maketrans("", "", "'’\u02bc")

# Letters of Arabic that people type one for the other, and the stroke that only stretches.
ARABIC: Final = str.maketrans("ةىیک", "هييك", "\u0640")


class Token(NamedTuple):
    """A word as it is compared, and where it stands in the text."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order; an inner apostrophe parts nothing: auto's is autos."""
    for match in WORD.finditer(text):
        if word := plain(match.group()):
            yield Token(word, match.start(), match.end())


def words(text: str) -> list[str]:
    """The same, without their places."""
    return [token.word for token in tokens(text)]


def plain(word: str) -> str:
    """Lower case, no accents, no apostrophes; an Arabic letter as it is most often typed."""
    spelled = unicodedata.normalize("NFKD", word.casefold().translate(APOSTROPHES))
    bare = "".join(sign for sign in spelled if not unicodedata.combining(sign))
    return bare.translate(ARABIC)
