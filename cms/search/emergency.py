"""Who may be in danger, or about to lose a home, sees whom to call, before anything else."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.search import data
from cms.search.data import Cry
from cms.search.phrases import Phrases
from cms.search.spelling import guesses
from cms.search.stemming import stem
from cms.search.words import words

SHORTEST_GUESS: Final = 7
"""A short word is too near to an ordinary one: "geld" is no "geweld"."""

GAP: Final = 4
"""Further apart than elsewhere: one call too many does less harm than one too few."""


class Line(StrEnum):
    """Who picks up the telephone."""

    EMERGENCY = "emergency"
    VEILIG_THUIS = "veilig_thuis"
    SUICIDE = "suicide"
    MUNICIPALITY = "municipality"
    """The municipality itself: days count, for the law (Wgs 4) or for lack of food or a bed."""


class Call(NamedTuple):
    """Whom to call for what. `number` as it is dialled."""

    words: str | Promise
    label: str
    number: str
    note: str | Promise


CALLS: Final = {
    Line.EMERGENCY: (Call(_("Is it dangerous now?"), "112", "112", ""),),
    Line.VEILIG_THUIS: (
        Call(
            _("Violence or abuse at home? Veilig Thuis listens."),
            "0800-2000",
            "08002000",
            _("free, day and night"),
        ),
    ),
    Line.SUICIDE: (
        Call(_("Do you think of suicide? Talk about it. 113 listens."), "113", "113", ""),
        Call(
            _("You can also call 113 on this number."),
            "0800-0113",
            "08000113",
            _("free, day and night"),
        ),
    ),
}


COMES_FIRST: Final = {Line.EMERGENCY, Line.SUICIDE}
"""Beside these lines nothing else is asked of somebody."""

Knows = Callable[[str], bool]
"""Whether a word is a real one, as far as the site knows."""


class Alarm(NamedTuple):
    """What a query sets off.

    `calls`: whom to call for danger. `call_us`: whether we have to hear of it today.
    `comes_first`: whether calling comes before everything that the site has to offer; and
    `means`: the words to find an answer by that may stand beside it all the same, or nothing.
    """

    calls: list[Call]
    call_us: bool
    comes_first: bool
    means: str


def alarm(query: str, language: str, knows: Knows) -> Alarm:
    """What a query sets off; nothing when it says nothing alarming.

    A word is taken for a mistyped cry only when it is no word that is known or real.
    """
    heard = list(_heard(words(query), language, knows))
    lines = dict.fromkeys(Line(line) for cry in heard for line in cry.lines)
    calls = [call for line in lines for call in CALLS.get(line, ())]
    first = [cry for cry in heard if COMES_FIRST & set(cry.lines)]
    means = next((cry.means for cry in first if cry.means), "")
    return Alarm(calls, Line.MUNICIPALITY in lines, bool(first), means)


def _heard(said: Sequence[str], language: str, knows: Knows) -> Iterator[Cry]:
    phrases, vocabulary = cries(language)
    meant = [word if knows(word) else _mended(word, vocabulary) for word in said]
    yield from phrases.meant([stem(word, language) for word in meant])


def _mended(word: str, vocabulary: dict[str, float]) -> str:
    if word in vocabulary or len(word) < SHORTEST_GUESS or word in data.ordinary():
        return word
    return next((guess.word for guess in guesses(word, vocabulary, at_most=1)), word)


@cache
def cries(language: str) -> tuple[Phrases[Cry], dict[str, float]]:
    """The phrases, and their words for typing mistakes; read once."""
    pairs = [(cry.text, cry) for cry in data.cries()]
    vocabulary = {word: 1.0 for text, _cry in pairs for word in words(text)}
    return Phrases.of(pairs, language=language, gap=GAP), vocabulary
