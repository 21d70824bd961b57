"""The stem of a word, by the language it is in."""

from collections.abc import Mapping
from typing import Final

import snowballstemmer

from cms.search import endings

ALGORITHMS: Final = {"nl": "dutch", "en": "english"}
LIGHT: Final = {"ar": endings.arabic, "uk": endings.ukrainian}
"""Languages without either are compared word by word."""

# What the algorithm does not bring together, of words that residents use a lot; and what it should
# not: a "werkster" is no work, "geweld" is not "wel".
IRREGULAR: Final[Mapping[str, str]] = {
    "afgesloten": "afsluiten",
    "afgewezen": "afwijzen",
    "betaald": "betalen",
    "betaalt": "betalen",
    "fiets": "fietsen",
    "gebroken": "breken",
    "gedoucht": "douchen",
    "douche": "douchen",
    "gekregen": "krijgen",
    "gescheiden": "scheiden",
    "geslagen": "slaan",
    "sla": "slaan",
    "slaat": "slaan",
    "gevallen": "vallen",
    "geweld": "gewelddaad",
    "kinderen": "kind",
    "kinders": "kind",
    "mishandeld": "mishandelen",
    "ontslagen": "ontslag",
    "rijdt": "rijden",
    "schulden": "schuld",
    "taxis": "taxi",
    "toeslagen": "toeslag",
    "verloren": "verliezen",
    "verslaafde": "verslaving",
    "werkster": "poetsvrouw",
    "werksters": "poetsvrouw",
    "verslaafd": "verslaving",
    "zieke": "ziek",
    "zorgt": "zorgen",
    "gezorgd": "zorgen",
}


_OF_THE_SITE: Final[dict[tuple[str, str], str]] = {}
"""Stems of words that stand on the site or in its lists, never of what somebody typed."""


def stem(word: str, language: str) -> str:
    """What "betalen", "betaalt" and "betaald" share. Nothing is remembered of the word."""
    known = _OF_THE_SITE.get((word, language))
    return _stemmed(word, language) if known is None else known


def stem_of_the_site(word: str, language: str) -> str:
    """The same, remembered: only for words out of pages and lists that everybody may read."""
    return _OF_THE_SITE.setdefault((word, language), stem(word, language))


def _stemmed(word: str, language: str) -> str:
    """A stemmer each, for it is not thread-safe."""
    if light := LIGHT.get(language):
        return light(word)
    algorithm = ALGORITHMS.get(language)
    if algorithm is None:
        return word
    regular = IRREGULAR.get(word, word) if language == "nl" else word
    return str(snowballstemmer.stemmer(algorithm).stemWord(regular))
