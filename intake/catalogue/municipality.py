"""The municipality's own data, as residents and partners see it."""

import re
from dataclasses import dataclass

from intake.questionnaire.plain import Data, Malformed
from intake.questionnaire.records import read_record, write_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """Who receives an intake, and where to turn.

    `oin`: organisation identification number, 20 digits (Digikoppeling). `governing_body`:
    the bestuursorgaan a message is addressed to. `address`: lines of the town hall's address.
    `opening_hours`: in one line, by telephone; `counter_hours`: the same at the counter.
    """

    name: str
    oin: str
    governing_body: str
    phone: str
    email: str
    address: tuple[str, ...]
    opening_hours: str
    url: str
    counter_hours: str = ""

    @property
    def at_the_counter(self) -> str:
        """When somebody can come by: where nothing else is known, as one can call."""
        return self.counter_hours or self.opening_hours


OIN = re.compile("[0-9]{20}")


def municipality_to_data(municipality: Municipality) -> dict[str, Data]:
    """Plain form."""
    return write_record(municipality)


def municipality_from_data(data: object) -> Municipality:
    """Inverse of `municipality_to_data`; strict. Raises Malformed."""
    municipality = read_record(Municipality, data, ())
    if not OIN.fullmatch(municipality.oin):
        raise Malformed(("oin",), "must be 20 digits between quotes")
    return municipality
