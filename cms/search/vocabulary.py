"""Every word that the site uses: for typing mistakes, compounds and half typed words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cms.search import compounds, spelling
from cms.search.documents import Document
from cms.search.scoring import WEIGHTS
from cms.search.words import words

SYNONYM_PROMINENCE: Final = 3.0
MOST_COMPLETIONS: Final = 25


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words with how prominent they are: a word in a title more than one in a body."""

    prominence: Mapping[str, float]
    in_order: Sequence[str]

    @classmethod
    def of(cls, documents: Iterable[Document], phrases: Iterable[str]) -> "Vocabulary":
        """The words of the documents, and of what people say instead of them."""
        prominence: dict[str, float] = {}
        for document in documents:
            for wording in document.wordings:
                for where, text in wording.texts.items():
                    for word in words(text):
                        prominence[word] = max(prominence.get(word, 0.0), WEIGHTS[where])
        for word in (word for phrase in phrases for word in words(phrase)):
            prominence[word] = max(prominence.get(word, 0.0), SYNONYM_PROMINENCE)
        return cls(prominence, sorted(prominence))

    def __contains__(self, word: object) -> bool:
        return word in self.prominence

    def parts(self, word: str) -> tuple[str, ...]:
        """Of a compound; none when it is no compound of words that are known."""
        return compounds.parts(word, self.prominence.keys())

    def guesses(self, word: str) -> list[spelling.Guess]:
        """Known words that may have been meant by an unknown one."""
        return spelling.guesses(word, self.prominence)

    def completions(self, start: str) -> list[str]:
        """Known words that begin so, the most prominent first."""
        found = sorted(self._beginning(start), key=lambda word: (-self.prominence[word], word))
        return found[:MOST_COMPLETIONS]

    def _beginning(self, start: str) -> Iterator[str]:
        for word in self.in_order[bisect_left(self.in_order, start) :]:
            if not word.startswith(start):
                return
            yield word
