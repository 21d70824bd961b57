"""What comes along as data: what people say instead of our words, and cries for help."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Final, NamedTuple

from ruamel.yaml import YAML

from cms.search.naming import Synonym

FOLDER: Final = Path(__file__).parent
LIST: Final = re.compile(r"\((\w+)\)")
"""The name of a list of words, in a phrase."""


class Cry(NamedTuple):
    """What is said, the lines to call, and the words to find an answer by; these may be empty."""

    text: str
    lines: tuple[str, ...]
    means: str


@cache
def synonyms() -> tuple[Synonym, ...]:
    """The list to start with; editors add their own to it. A cry for help may mean a topic too."""
    rows = [*_read("synonyms.yaml")["synonyms"], *_read("emergency.yaml")["cries"]]
    return tuple(Synonym(_said(row), tuple(row["means"])) for row in rows if row.get("means"))


@cache
def vague() -> tuple[str, ...]:
    """Search words of pages that say too little to choose a topic by."""
    return tuple(_read("synonyms.yaml")["vague"])


@cache
def cries() -> tuple[Cry, ...]:
    """Everything that somebody may say who is in danger or may lose a home."""
    rows = _read("emergency.yaml")["cries"]
    return tuple(
        Cry(text, tuple(row["lines"]), next(iter(row.get("means", ())), ""))
        for row in rows
        for text in _said(row)
    )


@cache
def ordinary() -> frozenset[str]:
    """Real words that a mistyped cry for help might be taken for, and that are none."""
    return frozenset(_read("ordinary.yaml")["ordinary"])


def _said(row: dict[str, Any]) -> tuple[str, ...]:
    """The phrases of a row, with every word of a list in the place of its name."""
    return tuple(text for each in row["say"] for text in _filled_in(each))


def _filled_in(text: str) -> Iterator[str]:
    """ "uit (home)" is "uit huis" and "uit woning"; in one phrase twice the same word."""
    names = dict.fromkeys(LIST.findall(text))
    lists = [_read("lists.yaml")[name] for name in names]
    for chosen in product(*lists):
        filled = text
        for name, word in zip(names, chosen, strict=True):
            filled = filled.replace(f"({name})", word)
        yield filled


@cache
def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = YAML(typ="safe").load(FOLDER / name)
    return content
