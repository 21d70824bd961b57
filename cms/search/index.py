"""The documents of one language, and which of them fit a query best."""

from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cms.search.documents import Document, Kind
from cms.search.naming import Names, Synonym
from cms.search.phrases import Phrases, stems
from cms.search.scoring import Weights
from cms.search.stemming import stem_of_the_site
from cms.search.stopwords import STOPWORDS, UNMARKED
from cms.search.understanding import MEANT, PART, Asked, Choices, Reader, Wanted
from cms.search.vocabulary import Vocabulary
from cms.search.words import words

# What helps most people stands higher when the words fit equally well.
PRIOR: Final[Mapping[Kind, float]] = {
    Kind.TOPIC: 1.35,
    Kind.LIFE_EVENT: 1.25,
    Kind.ANSWER: 1.0,
    Kind.PAGE: 0.9,
    Kind.NEWS: 0.75,
}
WORST: Final = 0.2
"""A document that fits less than this share of the best one is no result."""
SECOND_MEANINGS: Final = 0.3
NAMED: Final = 0.6
"""What a document gains, at most, by being called just what was asked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that fits, and how well."""

    document: Document
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found, the best first, and how the query was understood.

    `named`: the topics that it surely asks for; `offered`: those that are often asked with them.
    """

    hits: tuple[Hit, ...]
    asked: Asked
    named: frozenset[str]
    offered: frozenset[str]


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """All that can be found in a language; immutable, so that threads can share it."""

    documents: Sequence[Document]
    weights: Weights
    reader: Reader
    names: Names
    titles: Sequence[frozenset[str]]
    shown: Mapping[str, frozenset[str]]

    @classmethod
    def of(
        cls,
        documents: Sequence[Document],
        synonyms: Sequence[Synonym],
        *,
        language: str,
        real: Sequence[str] = (),
        ordinary: Container[str] = (),
        vague: Collection[str] = (),
    ) -> "SearchIndex":
        """Index the documents. Their order does not matter: a tie is settled by their keys.

        `real`: further phrases whose words are no typing mistakes. `ordinary`: words that are
        none either, and that nobody means who mistypes. `vague`: names that are too broad to
        choose a topic by.
        """
        in_order = sorted(documents, key=lambda each: each.key)
        phrases = [text for each in synonyms for text in (*each.say, *each.means)]
        phrases += real
        vocabulary = Vocabulary.of(in_order, phrases)
        spoken = (wording.language for each in in_order for wording in each.wordings)
        languages = tuple(dict.fromkeys([language, *spoken]))
        meant = {each: Phrases.of(_meanings(synonyms, each), language=each) for each in languages}
        weights = Weights.of(in_order, lambda word, its: _terms(word, its, vocabulary))
        known = {*weights.by_term, *_stems(phrases, languages)}
        return cls(
            documents=in_order,
            weights=weights,
            reader=Reader(vocabulary, meant, frozenset(known), languages, ordinary),
            names=Names.of(in_order, synonyms, languages=languages, vague=vague),
            titles=[frozenset(stems(each.title, each.language)) for each in in_order],
            shown=_shown(in_order, languages, vocabulary),
        )

    def search(self, query: str, *, unfinished: bool = False) -> Found:
        """The documents that fit. `unfinished`: the last word is still being typed."""
        asked = self.reader.read(query, unfinished=unfinished)
        totals: dict[int, float] = {}
        for fits in self._evidence(asked):
            for at, fit in fits.items():
                totals[at] = totals.get(at, 0.0) + fit
        return Found(self._ranked(totals, asked), asked, *self.names.topics(asked.words))

    def matcher(self, asked: Asked) -> Callable[[str], bool]:
        """Tells of a word in a title or summary whether it is, or has, what a query asked for."""
        terms, nothing = asked.terms, frozenset[str]()
        return lambda word: not terms.isdisjoint(self.shown.get(word, nothing))

    def _evidence(self, asked: Asked) -> Iterator[Mapping[int, float]]:
        for choices in asked.said:
            yield self._best(choices, rest=0.0)
        for choices in asked.meant:
            yield self._best(choices, rest=SECOND_MEANINGS)

    def _best(self, choices: Choices, *, rest: float) -> dict[int, float]:
        """Per document its best fitting alternative, and a share of the other ones."""
        fits: dict[int, list[float]] = {}
        for wanted in choices:
            for at, fit in self._together(wanted).items():
                fits.setdefault(at, []).append(fit)
        return {at: max(each) + rest * (sum(each) - max(each)) for at, each in fits.items()}

    def _together(self, wanted: Wanted) -> dict[int, float]:
        """The documents that have all the terms."""
        rows = [self.weights.fit(term) for term in wanted.terms]
        shared = set(rows[0]).intersection(*rows[1:])
        return {at: wanted.weight * sum(row[at] for row in rows) / len(rows) for at in shared}

    def _ranked(self, totals: Mapping[int, float], asked: Asked) -> tuple[Hit, ...]:
        hits = [
            Hit(self.documents[at], round(total * self._standing(at, asked), 6))
            for at, total in totals.items()
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.document.key))
        return tuple(hit for hit in hits if hit.score >= WORST * hits[0].score)

    def _standing(self, at: int, asked: Asked) -> float:
        """By its kind, and by how much its title and the query are the same words."""
        shared = len(self.titles[at] & asked.stems) / (len(self.titles[at] | asked.stems) or 1)
        return PRIOR[self.documents[at].kind] * (1 + NAMED * shared)


def _meanings(synonyms: Sequence[Synonym], language: str) -> Iterator[tuple[str, Choices]]:
    for each in synonyms:
        terms = (stems(text, language) for text in each.means)
        choices = tuple(Wanted(phrase, MEANT) for phrase in terms if phrase)
        yield from ((text, choices) for text in each.say)


def _stems(texts: Sequence[str], languages: Sequence[str]) -> Iterator[str]:
    for language in languages:
        for text in texts:
            yield from stems(text, language)


def _shown(
    documents: Sequence[Document], languages: Sequence[str], vocabulary: Vocabulary
) -> dict[str, frozenset[str]]:
    """Of every word in a title or summary that says something: its stem and those of its parts."""
    texts = (text for each in documents for text in (each.title, each.summary))
    silent = UNMARKED.union(*(STOPWORDS.get(each, ()) for each in languages))
    return {
        word: frozenset(
            stem_of_the_site(piece, each)
            for piece in (word, *vocabulary.parts(word))
            for each in languages
        )
        for word in {word for text in texts for word in words(text)} - silent
    }


def _terms(word: str, language: str, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """What a word of a document counts for: its stem, and less for the parts of a compound."""
    yield stem_of_the_site(word, language), 1.0
    if language == "nl":
        for part in vocabulary.parts(word):
            yield stem_of_the_site(part, language), PART
