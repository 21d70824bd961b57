"""Statutory terms of a case (Algemene termijnenwet, "Atw").

Terms are Amsterdam dates; the day of receipt is not counted. A term that ends on a
Saturday, Sunday or public holiday ends on the next working day (Atw 1:1); one of three
days or more holds at least two working days (Atw 2); terms of more than 90 days are
not moved (Atw 4).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from holidays.constants import OPTIONAL, PUBLIC
from holidays.countries.netherlands import Netherlands

from intake.questionnaire.codes import Kind
from intake.questionnaire.definition import Clock, Regime

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SATURDAY = 5
LONGEST_MOVED = 90
SHORTEST_WITH_WORKING_DAYS = 3
LEAST_WORKING_DAYS = 2
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Term:
    """By which Amsterdam date something must have happened."""

    name: str
    until: date


def amsterdam_date(moment: datetime) -> date:
    """The date on a Dutch calendar at that moment."""
    return moment.astimezone(AMSTERDAM).date()


def terms(regime: Regime, kind: Kind, *, received: date, urgent: bool) -> tuple[Term, ...]:
    """The terms that start with the receipt of a message of this kind, in the regime's order.

    `received`: Amsterdam date. Clocks for urgent cases (Wgs 4 lid 2) run only when `urgent`.
    """
    return tuple(
        Term(clock.name, _end(clock, received))
        for clock in regime.clocks
        if clock.start == kind.value and (urgent or not clock.urgent)
    )


def is_working_day(day: date) -> bool:
    """Neither Saturday nor Sunday nor one of the days that Atw 3 names."""
    return day.weekday() < SATURDAY and day not in _public_holidays(day.year)


def working_days_until(day: date, *, after: date) -> int:
    """How many working days lie behind one day, up to and including another."""
    days = (after + _DAY * number for number in range(1, (day - after).days + 1))
    return sum(map(is_working_day, days))


def _end(clock: Clock, received: date) -> date:
    if clock.working_days is not None:
        return _after_working_days(received, clock.working_days)
    days = clock.days or 0
    end = received + timedelta(days=days)
    if days > LONGEST_MOVED:
        return end
    if days >= SHORTEST_WITH_WORKING_DAYS:
        end = max(end, _after_working_days(received, LEAST_WORKING_DAYS))
    while not is_working_day(end):
        end += _DAY
    return end


def _after_working_days(day: date, count: int) -> date:
    """The last of that many working days after a day."""
    while count > 0:
        day += _DAY
        count -= is_working_day(day)
    return day


@lru_cache(maxsize=32)
def _public_holidays(year: int) -> frozenset[date]:
    """Atw 3: also Good Friday, and 5 May in every year; the library calls these optional.

    Imported above by its class: the library's own look-up imports every country at the
    first submit.
    """
    calendar = Netherlands(years=year, categories=(PUBLIC, OPTIONAL))  # type: ignore[no-untyped-call]
    return frozenset(calendar)
