"""Parts of a Dutch compound: "rolstoeltaxi" is a "rolstoel" and a "taxi"."""

from collections.abc import Callable, Set
from functools import cache
from typing import Final

SHORTEST_PART: Final = 4
LINKS: Final = ("", "s", "en", "e", "n")
SHORT_PARTS: Final = frozenset({"bad", "bus", "bed", "dag", "gas", "huur", "kast", "pas", "was"})
"""Three letters are a part only when they are a thing that residents ask for."""

LONGEST_WORD: Final = 60
"""Letters; the longest word of a dictionary has fewer."""

NO_PARTS: Final = frozenset({"heid", "lijk", "ling", "baar", "loos", "zaam", "eren", "eerd"})


def parts(word: str, known: Set[str]) -> tuple[str, ...]:
    """The fewest known words that make up this one, longest first part; none when it has none.

    `known` are the words that may be a part. A link between two parts ("s", "en") is
    no part of either.
    """
    if not SHORTEST_PART < len(word) <= LONGEST_WORD:
        return ()
    return _split(word, lambda part: _may_be(part, known))


def _may_be(part: str, known: Set[str]) -> bool:
    long_enough = len(part) >= SHORTEST_PART and part not in NO_PARTS
    return (long_enough and part in known) or part in SHORT_PARTS


def _split(word: str, may_be: Callable[[str], bool]) -> tuple[str, ...]:
    """At least two parts. Several ways lead to the same rest, which is split once."""

    @cache
    def split(start: int) -> tuple[str, ...]:
        found: tuple[str, ...] = ()
        for end in range(len(word) - 3, start + 2, -1):
            if not may_be(word[start:end]):
                continue
            for link in LINKS:
                if word.startswith(link, end):
                    rest = end + len(link)
                    tail = (word[rest:],) if may_be(word[rest:]) else split(rest)
                    if tail and (not found or 1 + len(tail) < len(found)):
                        found = (word[start:end], *tail)
        return found

    return split(0)
