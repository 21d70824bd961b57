"""The house style of one municipality: its colours, shapes, mark and horizon.

A house style is a folder with three files under `static/ui/houses/<name>/` (`tokens.css`,
the design tokens; `mark.svg`, for the browser's tab; `share.png`, for who shares a page,
1200 by 630) and two under
`templates/houses/<name>/` (`mark.html`, `horizon.html`). The variable HOUSE_STYLE
chooses one; nothing else in the project knows a colour.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

FOLDER: Final = Path(__file__).parent / "static/ui/houses"
COLOUR: Final = re.compile(r"--house-([a-z0-9-]+):\s*(#[0-9a-f]{3}(?:[0-9a-f]{3})?);")
DARK: Final = "@media screen and (prefers-color-scheme: dark)"


class House(NamedTuple):
    """Where the parts of a house style are, for templates; the paths as static files."""

    tokens: str
    icon: str
    share: str
    mark: str
    horizon: str
    theme: str
    theme_dark: str


def available() -> list[str]:
    """The names that HOUSE_STYLE may have."""
    return sorted(path.parent.name for path in FOLDER.glob("*/tokens.css"))


def chosen() -> House:
    """The house style of this site."""
    return _house(settings.HOUSE_STYLE)


def colours(name: str, *, dark: bool = False) -> Mapping[str, str]:
    """A house style's colours as `#rgb` or `#rrggbb`, by token name without `--house-`."""
    light, _, night = (FOLDER / name / "tokens.css").read_text(encoding="utf-8").partition(DARK)
    found = dict(COLOUR.findall(light))
    return found | dict(COLOUR.findall(night)) if dark else found


@register()
def known(**_: object) -> list[CheckMessage]:
    """The chosen house style is there; a page without colours is no page."""
    if settings.HOUSE_STYLE in available():
        return []
    return [
        Error(
            f"There is no house style {settings.HOUSE_STYLE!r}.",
            hint=f"Set HOUSE_STYLE to one of: {', '.join(available())}.",
            id="voordeur.E003",
        )
    ]


@lru_cache
def _house(name: str) -> House:
    return House(
        tokens=f"ui/houses/{name}/tokens.css",
        icon=f"ui/houses/{name}/mark.svg",
        share=f"ui/houses/{name}/share.png",
        mark=f"houses/{name}/mark.html",
        horizon=f"houses/{name}/horizon.html",
        theme=colours(name)["paper"],
        theme_dark=colours(name, dark=True)["paper"],
    )
