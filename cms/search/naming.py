"""Which topics somebody surely asks for: by their names, or by words that mean them.

A page that happens to have the same words is a result; it is no reason to choose for somebody.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from cms.search.documents import Document, Kind
from cms.search.phrases import Phrase, Phrases, Stems, phrases, stems
from cms.search.stemming import stem

FEW: Final = 2
"""A name that more topics share, such as a law, is the name of none."""

PARTS: Final = re.compile(r"[,،()/]")
"""What stands between the names in "Vervoer, rolstoel en scootmobiel" and "Debts (schuldhulp)"."""


@dataclass(frozen=True, slots=True)
class Synonym:
    """What people say, and what it is called here: each a word or a phrase.

    Of what it means the first counts most: is that the name of a topic, then it is chosen. The
    topics that the others are names of may be wanted as well.
    """

    say: tuple[str, ...]
    means: tuple[str, ...]


class Name(NamedTuple):
    """What was said, the topics that it is a name of, and those that may be wanted as well."""

    stems: frozenset[str]
    topics: tuple[str, ...]
    others: tuple[str, ...] = ()


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
        by_language = {}
        for language in languages:
            table = _table(documents, language, vague)
            own = (
                (Phrase((name,)), Name(frozenset(name), topics)) for name, topics in table.items()
            )
            said = [*_by_synonym(synonyms, table, language), *own]
            by_language[language] = Phrases.of_phrases(said)
        return cls(by_language)

    def topics(self, words: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The keys of the topics that are called by name in these words, and of the others."""
        called: set[str] = set()
        others: set[str] = set()
        for language, names in self.by_language.items():
            found = list(names.meant([stem(word, language) for word in words]))
            called.update(topic for name in _longest(found) for topic in name.topics)
            others.update(topic for name in found for topic in name.others)
        return frozenset(called), frozenset(others - called)


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
) -> Iterator[tuple[Phrase, Name]]:
    for each in synonyms:
        first, *rest = (table.get(stems(text, language), ()) for text in each.means or ("",))
        others = tuple(topic for topics in rest for topic in topics)
        for text in each.say:
            for phrase in phrases(text, language):
                yield phrase, Name(phrase.stems, first, others)
