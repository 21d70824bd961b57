"""Which topics somebody surely asks for: by their names, or by words that mean them.

A page that happens to have the same words is a result; it is no reason to choose for somebody.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from cms.search.documents import Document, Kind
from cms.search.phrases import Phrases, Stems, stems
from cms.search.stemming import stem

FEW: Final = 2
"""A name that more topics share, such as a law, is the name of none."""

PARTS: Final = re.compile(r"[,،()/]")
"""What stands between the names in "Vervoer, rolstoel en scootmobiel" and "Debts (schuldhulp)"."""


@dataclass(frozen=True, slots=True)
class Synonym:
    """What people say, and what it is called here: each a word or a phrase.

    Of what it means the first counts most: is that the name of a topic, then it is chosen.
    """

    say: tuple[str, ...]
    means: tuple[str, ...]


class Name(NamedTuple):
    """What was said, and the topics that it is a name of."""

    stems: frozenset[str]
    topics: tuple[str, ...]


Table = dict[Stems, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the topics, per language."""

    by_language: Mapping[str, Phrases[Name]]

    @classmethod
    def of(
        cls,
        documents: Sequence[Document],
        synonyms: Sequence[Synonym],
        *,
        languages: Sequence[str],
        vague: Collection[str] = (),
    ) -> "Names":
        """`vague`: words that say too little to choose a topic by, though pages have them."""
        phrases = {}
        for language in languages:
            table = _table(documents, language, vague)
            said = [*_by_synonym(synonyms, table, language), *table.items()]
            pairs = [(phrase, Name(frozenset(phrase), topics)) for phrase, topics in said]
            phrases[language] = Phrases.of_stems(pairs)
        return cls(phrases)

    def topics(self, words: Sequence[str]) -> frozenset[str]:
        """The keys of the topics that are called by name in these words."""
        return frozenset(
            topic
            for language, phrases in self.by_language.items()
            for name in _longest(list(phrases.meant([stem(word, language) for word in words])))
            for topic in name.topics
        )


def _longest(names: Sequence[Name]) -> Iterator[Name]:
    """Without those inside another: "bijzondere bijstand" does not ask for "bijstand"."""
    for name in names:
        if not any(name.stems < other.stems for other in names):
            yield name


def _table(documents: Sequence[Document], language: str, vague: Collection[str]) -> Table:
    topics: dict[Stems, set[str]] = {}
    for document in documents:
        if document.kind is Kind.TOPIC:
            for phrase in _names(document, language):
                topics.setdefault(phrase, set()).update(document.topics)
    left_out = {stems(word, language) for word in vague}
    return {
        phrase: tuple(sorted(keys))
        for phrase, keys in topics.items()
        if len(keys) <= FEW and phrase not in left_out
    }


def _names(document: Document, language: str) -> Iterator[Stems]:
    for wording in document.wordings:
        if wording.language == language:
            for name in (part for text in wording.names for part in PARTS.split(text)):
                if phrase := stems(name, language):
                    yield phrase


def _by_synonym(
    synonyms: Sequence[Synonym], table: Table, language: str
) -> Iterator[tuple[Stems, tuple[str, ...]]]:
    for each in synonyms:
        topics = table.get(stems(each.means[0], language), ()) if each.means else ()
        for text in each.say:
            if phrase := stems(text, language):
                yield phrase, topics
