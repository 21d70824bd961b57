"""How values read: the words and the writing of dates, numbers and amounts.

One language is one `Words`; `dutch` holds the legally valid one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from intake.questionnaire.codes import About, PartType
from intake.questionnaire.definition import Part
from intake.questionnaire.formats import WRITE
from intake.questionnaire.values import Value

NO_BREAK = "\u00a0"

FIVE_DIGITS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words around answers. `people` and `tasks` have texts per code.

    `euro`: how the unit of an amount begins; a sign stands for it. `comma`: between choices.
    """

    yes: str
    no: str
    unknown: str
    nothing: str
    months: tuple[str, ...]
    currency: str
    decimal_sign: str
    thousands_sign: str
    correction: str
    people: Mapping[About, str]
    tasks: Mapping[str, str]
    sources: Mapping[str, str]
    euro: str = "euro"
    comma: str = ", "

    def value(self, part: Part, value: Value) -> str:
        """Write the value of one part, with its unit."""
        match value:
            case str():
                return WRITE[part.type](value) if part.type in WRITE else _label(part, value)
            case bool():
                return self.yes if value else self.no
            case tuple():
                return self.comma.join(_label(part, each) for each in value) or self.nothing
            case date():
                return self.date(value)
            case int() | Decimal():
                return self._quantity(part, Decimal(value))
        return self.unknown

    def date(self, value: date) -> str:
        """Write a date in full: 3 april 1980."""
        return f"{value.day} {self.months[value.month - 1]} {value.year}"

    def number(self, value: Decimal) -> str:
        """Write a number with signs between thousands: 1.250,5."""
        text = format(value, ",f")
        signs = {",": self.thousands_sign, ".": self.decimal_sign}
        return "".join(signs.get(sign, sign) for sign in text)

    def label(self, label: str, about: About) -> str:
        """Write a short name, with the person it is about when that is not the resident."""
        person = self.people.get(about, "")
        return f"{label} ({person})" if person else label

    def _quantity(self, part: Part, value: Decimal) -> str:
        if not part.unit and abs(value) < FIVE_DIGITS and part.type is not PartType.MONEY:
            return format(value, "f").replace(".", self.decimal_sign)  # such as a year
        if part.type is not PartType.MONEY:
            return f"{self.number(value)} {part.unit}".strip()
        amount = self.number(value.quantize(Decimal("0.01")))
        return (
            f"{self.currency}{NO_BREAK}{amount} {part.unit.removeprefix(self.euro).strip()}".strip()
        )


def labelled(label: str, text: str) -> str:
    """Write a text with its label in front; after a question comes no colon."""
    return f"{label} {text}" if label.endswith(("?", ".", "!")) else f"{label}: {text}"


def _label(part: Part, value: str) -> str:
    """Return the words of an option; a value that is none reads as itself."""
    return next((option.label for option in part.options if option.value == value), value)
