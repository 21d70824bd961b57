"""Sentences and words that mean something else than they say: "ik kom niet rond"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final, Generic, NamedTuple, TypeVar

from cms.search.stemming import stem_of_the_site
from cms.search.stopwords import telling
from cms.search.words import words

Meaning = TypeVar("Meaning")
GAP: Final = 3
"""Words that may stand in between: "kom (nu echt) niet (meer) rond"."""
CLOSE: Final = 2
"""The same within a part of a pattern: "uit (mijn eigen) huis"."""
NEAR: Final = 8
"""So many words from the first part every other part of a pattern begins, at most."""

AND: Final = " + "
OR: Final = "/"
LAST: Final = " ."
"""Ends a phrase that ends the query too: "ik ben op" is not "ik ben op zoek"."""
END: Final = "."
"""Stands for the end of a query among its stems."""

Stems = tuple[str, ...]


class Phrase(NamedTuple):
    """What has to be said: each of the parts, near each other and in any order.

    Within a part the order counts, and at most `gap` other words stand before each next one.
    """

    parts: tuple[Stems, ...]
    gap: int = GAP

    @property
    def stems(self) -> frozenset[str]:
        """All of them, wherever they stand."""
        return frozenset(stem for part in self.parts for stem in part)


def stems(text: str, language: str) -> Stems:
    """What is compared of a phrase: the stems of the words that say something.

    All of them when that leaves one word: "geld is op" is not every query about money.
    """
    said = words(text)
    told = telling(said, language)
    return _stems(told if len(told) > 1 else said, language)


def phrases(text: str, language: str, *, gap: int = GAP) -> Iterator[Phrase]:
    """A phrase as people type it, or every combination that a pattern stands for.

    A pattern is "moet/moeten + huis uit/uit huis": of each part one of its alternatives, of
    which every word counts.
    """
    parts = [_alternatives(part, language) for part in text.split(AND)]
    if len(parts) > 1:
        yield from (Phrase(each, CLOSE) for each in product(*parts))
    elif said := stems(text, language):
        yield Phrase(((*said, END) if text.endswith(LAST) else said,), gap)


def _alternatives(part: str, language: str) -> Iterable[Stems]:
    found = (_stems(words(text), language) for text in part.split(OR))
    return dict.fromkeys(each for each in found if each)


def _stems(said: Iterable[str], language: str) -> Stems:
    return tuple(stem_of_the_site(word, language) for word in said)


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Meaning]):
    """Phrases with all their stems and what they mean, looked up by their first word."""

    by_first: Mapping[str, Sequence[tuple[frozenset[str], Phrase, Meaning]]]

    @classmethod
    def of(
        cls, pairs: Iterable[tuple[str, Meaning]], *, language: str, gap: int = GAP
    ) -> "Phrases[Meaning]":
        """Out of texts as people type them, and patterns."""
        return cls.of_phrases(
            (phrase, meaning)
            for text, meaning in pairs
            for phrase in phrases(text, language, gap=gap)
        )

    @classmethod
    def of_phrases(cls, pairs: Iterable[tuple[Phrase, Meaning]]) -> "Phrases[Meaning]":
        """Out of phrases that were read before."""
        by_first: dict[str, list[tuple[frozenset[str], Phrase, Meaning]]] = {}
        for phrase, meaning in pairs:
            rows = by_first.setdefault(phrase.parts[0][0], [])
            rows.append((phrase.stems, phrase, meaning))
        return cls(by_first)

    def meant(self, said: Sequence[str]) -> Iterator[Meaning]:
        """What the stems mean, in their order; the same meaning can come twice."""
        whole = (*said, END)
        every = frozenset(whole)
        for at, first in enumerate(said):
            for wanted, phrase, meaning in self.by_first.get(first, ()):
                if wanted <= every and _stands(phrase, whole, at):
                    yield meaning


def _stands(phrase: Phrase, said: Sequence[str], at: int) -> bool:
    """Whether the phrase is said around that place, where its first word stands."""
    first, *others = phrase.parts
    places = range(max(0, at - NEAR), min(len(said), at + NEAR + 1))
    return _follows(first, said[at:], phrase.gap) and all(
        any(_follows(part, said[place:], phrase.gap) for place in places) for part in others
    )


def _follows(part: Sequence[str], said: Sequence[str], gap: int) -> bool:
    """Whether it begins just here, and its words come in order with few others in between."""
    if part[0] != said[0]:
        return False
    rest = said[1:]
    for wanted in part[1:]:
        near = rest[: 1 if wanted == END else gap + 1]
        if wanted not in near:
            return False
        rest = rest[near.index(wanted) + 1 :]
    return True
