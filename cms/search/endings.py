"""Beginnings and endings that a word can do without, where no algorithm is good enough.

Words come as `words.plain` writes them: й is и, ї is і, ة is ه, and every alif is one.
"""

# ruff: noqa: RUF001, RUF002 (the letters are Arabic and Ukrainian)

from collections.abc import Iterable
from typing import Final

SHORTEST: Final = 3
"""So many letters stay, or the word would say nothing any more."""

# "And", "with", "as", "so" and "for" with the article; then the article alone.
ARABIC_BEGINNINGS: Final = ("وال", "بال", "كال", "فال", "ولل", "لل", "ال")
ARABIC_ENDINGS: Final = ("ها", "هم", "نا", "ات", "ون", "ين", "يه", "ه", "ي")
UKRAINIAN_ENDINGS: Final = (
    *("ами", "ями", "ові", "еві", "ого", "ому", "ими", "іми"),
    *("ам", "ям", "ах", "ях", "ів", "ем", "ою", "ею", "ии", "оі", "иі", "им", "ім", "их", "іх"),
    *("а", "я", "у", "ю", "и", "і", "е", "о", "є", "ь"),
)


def arabic(word: str) -> str:
    """Without the article and one ending: "الديون" and "ديوني" are "ديون"."""
    starts = (len(each) for each in ARABIC_BEGINNINGS if word.startswith(each))
    return _without_ending(word[_most(starts, word) :], ARABIC_ENDINGS)


def ukrainian(word: str) -> str:
    """Without the ending of its case: "борг", "борги" and "боргами" are "борг"."""
    return _without_ending(word, UKRAINIAN_ENDINGS)


def _without_ending(word: str, endings: Iterable[str]) -> str:
    found = (len(each) for each in endings if word.endswith(each))
    return word[: len(word) - _most(found, word)]


def _most(lengths: Iterable[int], word: str) -> int:
    """The longest that leaves enough of the word; 0 when none does."""
    return max((each for each in lengths if len(word) - each >= SHORTEST), default=0)
