"""What somebody meant who mistyped: the nearest words that the site uses."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

MOST: Final = 3
MANY: Final = 2
LONG: Final = 8
SHORTEST: Final = 4  # in a shorter word every letter counts
OTHER_LETTERS: Final = 4
"""Two letters that are both another one make another word: "uitgeput" is no "uitgezet"."""


class Guess(NamedTuple):
    """A word of the site, and how sure it is that this was meant (0 to 1)."""

    word: str
    sureness: float


def guesses(word: str, vocabulary: Mapping[str, float], *, at_most: int = MANY) -> list[Guess]:
    """Words at one mistake (two in a long word), the nearest and best known first.

    `at_most`: so many mistakes even in a long word. A mistake is a letter too many, too few,
    another one, or two that changed places.
    `vocabulary`: every word with how prominent it is on the site.
    """
    allowed = min(at_most, _allowed(word))
    if not allowed:
        return []
    near = process.extract(
        word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=50
    )
    likely = [
        (_cost(word, other, distance), other)
        for other, distance, _index in near
        if distance < MANY or _is_likely(word, other)
    ]
    ranked = sorted(likely, key=lambda each: (each[0], -vocabulary[each[1]], each[1]))
    return [Guess(other, 1 - cost / (allowed + 1.5)) for cost, other in ranked[:MOST]]


def _allowed(word: str) -> int:
    if len(word) < SHORTEST or any(sign.isdigit() for sign in word):
        return 0
    return 1 if len(word) < LONG else MANY


def _is_likely(word: str, other: str) -> bool:
    """Whether somebody may make two mistakes at once in this word."""
    return word[0] == other[0] and Indel.distance(word, other) < OTHER_LETTERS


def _cost(word: str, other: str, distance: float) -> float:
    """The number of mistakes; a wrong first letter is rarer than any other."""
    return distance + (0.5 if word[0] != other[0] else 0)
