"""Laws by their full names: "Wgs art. 3–5" says nothing to who does not work with it.

The catalogue names a law as lawyers do; partners keep that.
"""

import re
from collections.abc import Mapping

FULL_NAMES: Mapping[str, str] = {
    "Wmo 2015": "Wet maatschappelijke ondersteuning 2015",
    "Wgs": "Wet gemeentelijke schuldhulpverlening",
    "WPO": "Wet op het primair onderwijs",
    "WEC": "Wet op de expertisecentra",
    "WVO 2020": "Wet voortgezet onderwijs 2020",
    "BABW": "Besluit administratieve bepalingen inzake het wegverkeer",
    "Wi2021": "Wet inburgering 2021",
    "Awb": "Algemene wet bestuursrecht",
}
"""By the short name that the catalogue uses; a law that is not here reads as it is."""

_SHORT = re.compile("|".join(rf"\b{re.escape(short)}\b" for short in FULL_NAMES))


def full_law(law: str) -> str:
    """Write a legal ground out: "Wet gemeentelijke schuldhulpverlening (Wgs), artikel 3–5"."""
    named = _SHORT.sub(lambda found: f"{FULL_NAMES[found[0]]} ({found[0]})", law)
    return re.sub(r"\s+art\.\s*", ", artikel ", named)
