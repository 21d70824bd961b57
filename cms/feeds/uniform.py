"""The uniform product names (UPL) whose URI does not end in the name itself."""

from typing import Final

NAMES: Final = {
    "bijzBijstUitk": "bijzondere bijstand",
    "huishHulp": "huishoudelijke hulp",
    "indInkToesl": "individuele inkomenstoeslag",
    "wmo-voorziening": "Wmo-voorziening",
}


def name_of(ending: str) -> str:
    """The name that belongs to the end of its URI; for most of them that is the name."""
    return NAMES.get(ending, ending)
