"""The population register (BRP) of Zeventerpen: the people of `residents.json`."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.utils import timezone

from intake.prefill.sources import Person, Prefilled
from intake.questionnaire.answers import Item, Value

RESIDENTS: Final = Path(__file__).parent / "residents.json"
DATES: Final = frozenset({"datum", "geboortedatum", "partnerGeboortedatum", "geldigTot"})


class DemoRegister:
    """A prefill source. The file holds items as the catalogue's parts name them."""

    def fetch(self, person: Person, elements: Collection[str]) -> Mapping[str, Prefilled]:
        """What the register knows today; nothing of who is not in it."""
        known = _register().get(person.bsn, {})
        today = timezone.localdate()
        return {
            key: Prefilled(items=items, source="brp", as_of=today)
            for key, items in known.items()
            if key in elements
        }


@cache
def _register() -> Mapping[str, Mapping[str, tuple[Item, ...]]]:
    people = json.loads(RESIDENTS.read_text(encoding="utf-8"))
    return {
        person["bsn"]: {key: _items(items) for key, items in person["brp"].items()}
        for person in people
    }


def _items(items: Sequence[Mapping[str, Any]]) -> tuple[Item, ...]:
    return tuple({part: _value(part, value) for part, value in item.items()} for item in items)


def _value(part: str, value: str | bool) -> Value:  # noqa: FBT001 (a yes or no is a value here)
    return date.fromisoformat(str(value)) if part in DATES else value
