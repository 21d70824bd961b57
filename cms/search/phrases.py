"""Sentences and words that mean something else than they say: "ik kom niet rond"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from cms.search.stemming import stem
from cms.search.stopwords import telling
from cms.search.words import words

Meaning = TypeVar("Meaning")
GAP: Final = 3
"""Words that may stand in between: "kom (nu echt) niet (meer) rond"."""

Stems = tuple[str, ...]


def stems(text: str, language: str) -> Stems:
    """What is compared of a phrase: the stems of the words that say something.

    All of them when that leaves one word: "geld is op" is not every query about money.
    """
    said = words(text)
    told = telling(said, language)
    return tuple(stem(word, language) for word in (told if len(told) > 1 else said))


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Meaning]):
    """Phrases with what they mean, looked up by their first word.

    `gap`: so many other words may stand before each of the next ones.
    """

    by_first: Mapping[str, Sequence[tuple[Stems, Meaning]]]
    gap: int = GAP

    @classmethod
    def of(
        cls, pairs: Iterable[tuple[str, Meaning]], *, language: str, gap: int = GAP
    ) -> "Phrases[Meaning]":
        """Out of texts as people type them."""
        read = ((stems(text, language), meaning) for text, meaning in pairs)
        return cls(cls.of_stems(read).by_first, gap)

    @classmethod
    def of_stems(cls, pairs: Iterable[tuple[Stems, Meaning]]) -> "Phrases[Meaning]":
        """Out of stems; those of nothing are left out."""
        by_first: dict[str, list[tuple[Stems, Meaning]]] = {}
        for phrase, meaning in pairs:
            if phrase:
                by_first.setdefault(phrase[0], []).append((phrase, meaning))
        return cls(by_first)

    def meant(self, said: Sequence[str]) -> Iterator[Meaning]:
        """What the stems mean, in their order; the same meaning can come twice."""
        for at, first in enumerate(said):
            for phrase, meaning in self.by_first.get(first, ()):
                if _follows(phrase[1:], said[at + 1 :], self.gap):
                    yield meaning


def _follows(phrase: Sequence[str], said: Sequence[str], gap: int) -> bool:
    """Whether the words come in this order, with few others in between."""
    rest = list(said)
    for wanted in phrase:
        near = rest[: gap + 1]
        if wanted not in near:
            return False
        rest = rest[near.index(wanted) + 1 :]
    return True
