"""What comes along as data: what people say instead of our words, and cries for help."""

from functools import cache
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

from cms.search.naming import Synonym

FOLDER: Final = Path(__file__).parent


@cache
def synonyms() -> tuple[Synonym, ...]:
    """The list to start with; editors add their own to it. A cry for help may mean a topic too."""
    rows = [*_read("synonyms.yaml")["synonyms"], *_read("emergency.yaml")["cries"]]
    return tuple(
        Synonym(tuple(row["say"]), tuple(row["means"])) for row in rows if row.get("means")
    )


@cache
def vague() -> tuple[str, ...]:
    """Search words of pages that say too little to choose a topic by."""
    return tuple(_read("synonyms.yaml")["vague"])


@cache
def cries() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Words of somebody who may be in danger or lose a home, each with the lines to call."""
    rows = _read("emergency.yaml")["cries"]
    return tuple((text, tuple(row["lines"])) for row in rows for text in row["say"])


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = YAML(typ="safe").load(FOLDER / name)
    return content
