"""What a query asks for: its words, their parts, their mended spelling, and what they mean."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from cms.search.phrases import Phrases
from cms.search.spelling import Guess
from cms.search.stemming import stem
from cms.search.stopwords import STOPWORDS
from cms.search.vocabulary import Vocabulary
from cms.search.words import Token, tokens

PART: Final = 0.45
"""What all parts of a compound weigh together, beside the whole word."""
MEANT: Final = 0.9
GUESSED: Final = 0.9
COMPLETED: Final = 0.8
SHORTEST_START: Final = 2


class Wanted(NamedTuple):
    """Terms that count together, and how much they weigh."""

    terms: tuple[str, ...]
    weight: float


Choices = tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it was understood.

    `said`: per word that says something its alternatives, of which the best fitting
    counts. `meant`: the same for what phrases in it mean. `words`: all of them, as typed.
    `stems`: of those that say something. `corrected`: the query with its typing mistakes
    mended, empty when it has none.
    """

    said: tuple[Choices, ...]
    meant: tuple[Choices, ...]
    words: tuple[str, ...] = ()
    stems: frozenset[str] = frozenset()
    corrected: str = ""

    @property
    def terms(self) -> frozenset[str]:
        """Every term that is looked for, to mark it where it stands."""
        every = (*self.said, *self.meant)
        return frozenset(term for choices in every for each in choices for term in each.terms)


@dataclass(frozen=True, slots=True)
class Reader:
    """Understands queries in a language, by the words and phrases that the site knows.

    `stems`: of every word that is known. `languages`: of the documents, the reader's own first.
    `real`: words that the site does not use and that are no typing mistakes all the same.
    """

    vocabulary: Vocabulary
    synonyms: Mapping[str, Phrases[Choices]]
    stems: Container[str]
    languages: tuple[str, ...]
    real: Container[str] = ()

    def read(self, query: str, *, unfinished: bool = False) -> Asked:
        """Take a query apart. `unfinished`: its last word may still be being typed."""
        typed = list(tokens(query))
        mended = [self._mended(token.word) for token in typed]
        last = typed[-1].word if typed and unfinished else ""
        return Asked(
            said=tuple(self._said(self._telling([token.word for token in typed]), last)),
            meant=tuple(dict.fromkeys(self._meant(mended))),
            words=tuple(token.word for token in typed),
            stems=frozenset(self._stems(self._telling(mended), self.languages[0])),
            corrected="" if unfinished else _corrected(query, typed, mended),
        )

    def _telling(self, said: Sequence[str]) -> list[str]:
        return [word for word in said if not self._is_stopword(word)] or list(said)

    def _is_stopword(self, word: str) -> bool:
        return any(word in STOPWORDS.get(each, ()) for each in self.languages)

    def _stems(self, said: Sequence[str], language: str) -> list[str]:
        return [stem(word, language) for word in said]

    def _meant(self, said: Sequence[str]) -> Iterator[Choices]:
        for language, synonyms in self.synonyms.items():
            yield from synonyms.meant(self._stems(said, language))

    def _mended(self, word: str) -> str:
        """The word itself, or the best guess when nobody knows it."""
        if self.knows(word):
            return word
        found = self._guesses(word)
        return found[0].word if found else word

    def _guesses(self, word: str) -> list[Guess]:
        """Words that may have been meant and that say something: "hoge" is not "hoe"."""
        return [each for each in self.vocabulary.guesses(word) if not self._is_stopword(each.word)]

    def knows(self, word: str) -> bool:
        """Whether it is no typing mistake; an adjective may have its ending."""
        return (
            word in self.vocabulary
            or self._is_stopword(word)
            or bool(self.vocabulary.parts(word))
            or any(stem(word, each) in self.stems for each in self.languages)
            or word in self.real
            or word.removesuffix("e") in self.vocabulary
        )

    def _said(self, typed: Sequence[str], last: str) -> Iterator[Choices]:
        for word in typed:
            yield (*self._whole(word), *self._other(word, unfinished=word == last))
        for joined in _joined(typed):
            if joined in self.vocabulary:
                yield tuple(self._whole(joined))

    def _whole(self, word: str, weight: float = 1.0) -> Iterator[Wanted]:
        for each in dict.fromkeys(stem(word, language) for language in self.languages):
            yield Wanted((each,), weight)

    def _other(self, word: str, *, unfinished: bool) -> Iterator[Wanted]:
        """What a word may stand for, beside itself."""
        if unfinished and len(word) >= SHORTEST_START:
            for longer in self.vocabulary.completions(word):
                yield from self._whole(longer, COMPLETED)
        for part in self._parts(word):
            yield Wanted((part,), PART)
        if not self.knows(word):
            for guess in self._guesses(word):
                yield from self._whole(guess.word, GUESSED * guess.sureness)

    def _parts(self, word: str) -> list[str]:
        return [stem(part, self.languages[0]) for part in self.vocabulary.parts(word)]


def _joined(typed: Sequence[str]) -> Iterator[str]:
    """Two or three words that may be one: "scoot mobiel", "gehandicapten parkeer kaart"."""
    for number in (2, 3):
        for at in range(len(typed) - number + 1):
            yield "".join(typed[at : at + number])


def _corrected(query: str, typed: Sequence[Token], mended: Sequence[str]) -> str:
    """The query with every mended word in its place."""
    if all(token.word == word for token, word in zip(typed, mended, strict=True)):
        return ""
    pieces, at = [], 0
    for token, word in zip(typed, mended, strict=True):
        right = query[token.start : token.end] if token.word == word else word
        pieces += [query[at : token.start], right]
        at = token.end
    return "".join([*pieces, query[at:]])
