"""The stem of a word, by the language it is in."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import snowballstemmer

from cms.search import endings

ALGORITHMS: Final = {"nl": "dutch", "en": "english"}
LIGHT: Final = {"ar": endings.arabic, "uk": endings.ukrainian}
"""Languages without either are compared word by word."""

REMEMBERED: Final = 20_000

# What the algorithm does not bring together, of words that residents use a lot.
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
    "verslaafd": "verslaving",
    "zieke": "ziek",
    "zorgt": "zorgen",
    "gezorgd": "zorgen",
}


@lru_cache(maxsize=REMEMBERED)
def stem(word: str, language: str) -> str:
    """What "betalen", "betaalt" and "betaald" share. A stemmer each, for it is not thread-safe."""
    if light := LIGHT.get(language):
        return light(word)
    algorithm = ALGORITHMS.get(language)
    if algorithm is None:
        return word
    regular = IRREGULAR.get(word, word) if language == "nl" else word
    return str(snowballstemmer.stemmer(algorithm).stemWord(regular))
