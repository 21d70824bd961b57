"""What somebody in need must know at once: call now, and by when somebody talks with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from intake.cases.clocks import Term, working_days_until

WORKING_WEEK = 5
"""A term of more working days than this does not press."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """An urgent case. `term` is None when no law sets a term of days for it."""

    term: Term | None
    working_days: int = 0


def told_terms(terms: Sequence[Term], *, received: date, urgent: bool) -> tuple[Term, ...]:
    """The terms a resident goes by: one that presses takes the place of the ordinary ones."""
    pressing = alarm(terms, received=received).term if urgent else None
    return (pressing,) if pressing else tuple(terms)


def alarm(terms: Sequence[Term], *, received: date) -> Alarm:
    """The alarm of an urgent case with these terms; `received`: Amsterdam date."""
    pressing = [
        (days, term)
        for term in terms
        for days in [working_days_until(term.until, after=received)]
        if days <= WORKING_WEEK
    ]
    if not pressing:
        return Alarm(term=None)
    days, term = min(pressing, key=lambda each: each[0])
    return Alarm(term=term, working_days=days)
