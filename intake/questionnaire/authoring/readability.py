"""How hard a Dutch text is to read, and which of its sentences make it so.

The measure is Flesch's reading ease with the weights that W.H. Douma found for Dutch
(De leesbaarheid van landbouwbladen, Wageningen 1960): 206.84 - 0.93 x words per sentence
- 77 x syllables per word. 100 is very easy, 0 very hard. Text for people who read at B1
scores about 60 and more, and keeps to sentences of 15 words or fewer.

Standard library only: words in, numbers out. Syllables are counted by their vowels, which
is a word off here and there and does not matter for a page.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

B1: Final = 60
LONGEST_SENTENCE: Final = 15
HARDEST_SENTENCE: Final = 10
"""A short sentence below this score is hard by its long words."""

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END: Final = re.compile(r"(?<=[.!?…])[\"”’')]*\s+")
_VOWELS: Final = re.compile(
    r"[aeo]{1,2}[iu]|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ou|au|ij|ei|[aeiouyáéíóúàèìòùâêîôûäëïöü]"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text: its words, and whether it is hard to read."""

    text: str
    words: int
    score: int

    @property
    def is_hard(self) -> bool:
        """Whether it is too long for B1, or made of very long words."""
        return self.words > LONGEST_SENTENCE or self.score < HARDEST_SENTENCE


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured of a text. `score` is none for a text without words."""

    score: int | None
    sentences: Sequence[Sentence]

    @property
    def hard_sentences(self) -> list[Sentence]:
        """Those that are hard, in the order of the text."""
        return [sentence for sentence in self.sentences if sentence.is_hard]

    @property
    def is_hard(self) -> bool:
        """Whether the text as a whole asks more than B1."""
        return self.score is not None and self.score < B1


def read(paragraphs: Iterable[str]) -> Reading:
    """Measure a text; a paragraph or an item of a list always ends a sentence."""
    texts = [text for paragraph in paragraphs for text in split(paragraph)]
    counts = [(len(words), sum(map(syllables, words))) for words in map(words_of, texts)]
    sentences = [
        Sentence(text, words, _score(words, 1, sounds))
        for text, (words, sounds) in zip(texts, counts, strict=True)
    ]
    if not sentences:
        return Reading(None, ())
    words, sounds = (sum(column) for column in zip(*counts, strict=True))
    return Reading(_score(words, len(sentences), sounds), sentences)


def split(paragraph: str) -> list[str]:
    """The sentences of a paragraph; what has no word in it is none."""
    return [part.strip() for part in _END.split(paragraph) if _WORD.search(part)]


def words_of(text: str) -> list[str]:
    """The words of a text; a number counts as one."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """How many syllables are heard in a word, by its vowels; at least one."""
    return max(1, len(_VOWELS.findall(word.lower())))


def _score(words: int, sentences: int, sounds: int) -> int:
    return round(206.84 - 0.93 * words / sentences - 77 * sounds / words)
