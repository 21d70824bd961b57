"""A source that knows one person by heart, and one that is down."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from intake.prefill.sources import Person, Prefilled, SourceDown
from intake.questionnaire.answers import Item

BSN = "999990019"
AS_OF = date(2026, 11, 20)
NAME: Item = {"voornamen": "Wil", "geslachtsnaam": "Terpstra"}


def prefilled(*items: Item) -> Prefilled:
    """Something the register knows."""
    return Prefilled(items=items, source="brp", as_of=AS_OF)


@dataclass
class Register:
    """Knows one person; `asked` remembers which elements it was asked for."""

    known: Mapping[str, Prefilled] = field(
        default_factory=lambda: {
            "p.naam": prefilled(NAME),
            "p.geboortedatum": prefilled({"datum": date(1948, 4, 3)}),
        }
    )
    asked: list[set[str]] = field(default_factory=list)

    def fetch(self, person: Person, elements: Collection[str]) -> Mapping[str, Prefilled]:
        """What is known by heart."""
        self.asked.append(set(elements))
        if person.bsn != BSN:
            return {}
        return {key: self.known[key] for key in elements if key in self.known}


class Broken:
    """Never answers."""

    def fetch(self, person: Person, elements: Collection[str]) -> Mapping[str, Prefilled]:
        """Fail, as a register does on a bad day."""
        raise SourceDown
