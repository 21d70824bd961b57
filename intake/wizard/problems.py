"""What is wrong with an input, in words. The engine gives codes; the texts stand here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from intake.questionnaire.formats import Code
from intake.questionnaire.validation import Problem

CHOOSE = _("Choose an answer.")
_TEXTS: Mapping[Code, Promise] = {
    Code.REQUIRED: _("Fill this in."),
    Code.VALUE_AND_UNKNOWN: _("Fill in an answer or choose “I don't know”, not both."),
    Code.TOO_LONG: _("This text is too long. Use no more than %(maximum)s characters."),
    Code.YES_NO: CHOOSE,
    Code.CHOICE: CHOOSE,
    Code.TOO_FEW: _("Choose at least %(minimum)s."),
    Code.TOO_MANY: _("This is too many. No more than %(maximum)s fit here."),
    Code.NUMBER: _("Write a number in digits, such as 12."),
    Code.MONEY: _("Write an amount in digits, such as 1250 or 1250,50."),
    Code.TOO_SMALL: _("Fill in %(minimum)s or more."),
    Code.TOO_LARGE: _("Fill in %(maximum)s or less."),
    Code.DATE: _("This date does not exist. Write a day, a month and a year."),
    Code.DATE_DAY: _("Fill in a number for the day, such as 3."),
    Code.DATE_MONTH: _("Fill in a number for the month, such as 4, or its name."),
    Code.DATE_YEAR: _("Fill in four digits for the year, such as 1980."),
    Code.DATE_INCOMPLETE: _("This date is not complete. Still missing: %(missing)s."),
    Code.DATE_IN_FUTURE: _("This date is still to come. Choose today or an earlier day."),
    Code.DATE_IN_PAST: _("This date is over. Choose today or a later day."),
    Code.BSN: _("This is not a valid citizen service number. Check the nine digits."),
    Code.IBAN: _("This is not a valid account number. Check the letters and digits."),
    Code.POSTCODE: _("Write the postcode as four digits and two letters, such as 1234 AB."),
    Code.HOUSE_NUMBER: _("Begin with the house number, such as 12 or 12 B."),
    Code.PHONE: _("This is not a valid telephone number. Check the digits."),
    Code.EMAIL: _("This is not a valid e-mail address. An example is name@example.nl."),
    Code.CORRECTION: _("Write down what is not right."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A line of the error summary: the input it leads to and what to mend."""

    id: str
    message: str


def text_of(problem: Problem, *, chosen: bool = False) -> str:
    """The message at the input. `chosen`: it is answered by choosing, not by typing."""
    if chosen and problem.code is Code.REQUIRED:
        return str(CHOOSE)
    return str(_TEXTS[problem.code]) % problem.params


def by_name(problems: Iterable[Problem]) -> dict[str, Problem]:
    """The first problem of each input."""
    found: dict[str, Problem] = {}
    for problem in problems:
        found.setdefault(problem.name, problem)
    return found
