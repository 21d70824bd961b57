"""What somebody meant who mistyped: the nearest words that the site uses."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

MOST: Final = 3
LONG: Final = 8
SHORTEST: Final = 4  # in a shorter word every letter counts


class Guess(NamedTuple):
    """A word of the site, and how sure it is that this was meant (0 to 1)."""

    word: str
    sureness: float


def guesses(word: str, vocabulary: Mapping[str, float]) -> list[Guess]:
    """Words at one mistake (two in a long word), the nearest and best known first.

    A mistake is a letter too many, too few, another one, or two that changed places.
    `vocabulary`: every word with how prominent it is on the site.
    """
    allowed = _allowed(word)
    if not allowed:
        return []
    near = process.extract(
        word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=50
    )
    likely = [(_cost(word, other, distance), other) for other, distance, _index in near]
    ranked = sorted(likely, key=lambda each: (each[0], -vocabulary[each[1]], each[1]))
    return [Guess(other, 1 - cost / (allowed + 1.5)) for cost, other in ranked[:MOST]]


def _allowed(word: str) -> int:
    if len(word) < SHORTEST or any(sign.isdigit() for sign in word):
        return 0
    return 1 if len(word) < LONG else 2


def _cost(word: str, other: str, distance: float) -> float:
    """The number of mistakes; a wrong first letter is rarer than any other."""
    return distance + (0.5 if word[0] != other[0] else 0)
