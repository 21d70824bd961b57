"""The content files, in a folder per language."""

from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

CONTENT: Final = Path(__file__).parent
FOLDER: Final = CONTENT / "nl"


def read(name: str) -> dict[str, Any]:
    """What stands in a content file, by its path without ending."""
    words: dict[str, Any] = YAML(typ="safe").load(FOLDER / f"{name}.yaml")
    return words


def children(name: str) -> list[str]:
    """The files below a page: those it lists, else all in the folder of its name, by name."""
    listed: list[str] = read(name).get("children", [])
    return listed or [f"{name}/{path.stem}" for path in sorted((FOLDER / name).glob("*.yaml"))]


def translated(name: str, language: str) -> dict[str, Any] | None:
    """The same page in another language, None when nobody translated it."""
    path = CONTENT / language / f"{name}.yaml"
    return YAML(typ="safe").load(path) if path.exists() else None
