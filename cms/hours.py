"""The opening hours of the counter in one line, out of the hours per day."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

CLOSED: Final = "gesloten"


def counter_line(days: Iterable[Mapping[str, str]]) -> str:
    """Days with the same hours together, closed ones left out; empty without any hours.

    As in `Maandag, dinsdag en vrijdag van 9.00 tot 17.00 uur, donderdag van …`.
    """
    at: dict[str, list[str]] = {}
    for day in days:
        if day["counter"].strip().lower() != CLOSED:
            at.setdefault(day["counter"], []).append(day["days"].lower())
    line = ", ".join(f"{_listed(names)} van {hours}" for hours, names in at.items())
    return line[:1].upper() + line[1:]


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} en {last}" if first else last
