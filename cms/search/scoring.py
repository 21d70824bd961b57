"""How well a word fits a document: BM25 over fields that weigh differently (BM25F)."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cms.search.documents import Document, Field
from cms.search.words import words

WEIGHTS: Final[Mapping[Field, float]] = {
    Field.TITLE: 6.0,
    Field.KEYWORDS: 4.0,
    Field.SUMMARY: 2.5,
    Field.INTRODUCTION: 2.0,
    Field.BODY: 1.0,
}
# How much a long field dilutes its words: keywords not at all, for editors list many.
DILUTION: Final[Mapping[Field, float]] = {
    Field.TITLE: 0.3,
    Field.KEYWORDS: 0.0,
    Field.SUMMARY: 0.3,
    Field.INTRODUCTION: 0.4,
    Field.BODY: 0.75,
}
SATURATION: Final = 5.0
"""BM25's k1: how soon more of the same word adds nothing."""

Terms = Callable[[str, str], Iterable[tuple[str, float]]]
"""A word and its language, into terms with the share that each gets."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Per term the documents it stands in, by their place, and how well it fits each."""

    by_term: Mapping[str, Mapping[int, float]]

    @classmethod
    def of(cls, documents: Sequence[Document], terms: Terms) -> "Weights":
        """Count and weigh every word of every document once."""
        texts = list(_texts(documents))
        average = _average_lengths([fields for _at, _language, fields in texts])
        frequencies: dict[str, dict[int, float]] = {}
        for at, language, fields in texts:
            for where, said in fields.items():
                share = WEIGHTS[where] / _dilution(where, len(said), average[where])
                for word in said:
                    for term, part in terms(word, language):
                        rows = frequencies.setdefault(term, {})
                        rows[at] = rows.get(at, 0.0) + share * part
        return cls({term: _fit(rows, len(documents)) for term, rows in frequencies.items()})

    def fit(self, term: str) -> Mapping[int, float]:
        """The documents that a term stands in; none when it stands nowhere."""
        return self.by_term.get(term, {})


def _texts(documents: Sequence[Document]) -> Iterator[tuple[int, str, dict[Field, list[str]]]]:
    """The words of every wording, with the place of its document and its language."""
    for at, document in enumerate(documents):
        for wording in document.wordings:
            fields = {where: words(text) for where, text in wording.texts.items()}
            yield at, wording.language, fields


def _average_lengths(texts: Sequence[Mapping[Field, Sequence[str]]]) -> dict[Field, float]:
    averages = {}
    for where in Field:
        lengths = [len(fields[where]) for fields in texts if where in fields]
        averages[where] = sum(lengths) / len(lengths) if lengths else 1.0
    return averages


def _dilution(where: Field, length: int, average: float) -> float:
    return 1 - DILUTION[where] + DILUTION[where] * length / max(average, 1.0)


def _fit(rows: Mapping[int, float], documents: int) -> dict[int, float]:
    """Rare words say more; the tenth time a word stands there says little more than the ninth.

    A document that only mentions a word makes it less common than one that is about it:
    "contact" stands at the foot of many pages and is the title of one.
    """
    about = sum(min(1.0, often / WEIGHTS[Field.TITLE]) for often in rows.values())
    rarity = math.log(1 + (documents - about + 0.5) / (about + 0.5))
    return {at: rarity * often / (SATURATION + often) for at, often in rows.items()}
