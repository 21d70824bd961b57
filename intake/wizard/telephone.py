"""When somebody answers the telephone, read from the municipality's own line of opening hours.

Who is about to lose a home must not ring an empty office, so a line that is not understood
whole is not understood at all: then its words are shown, and nothing is said about now.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from django.utils.dates import WEEKDAYS

from intake.cases.clocks import AMSTERDAM, is_working_day

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
WEEK = range(7)
WORKING_WEEK = range(5)
SEVERAL = 2
_DAY = rf"(?:{'|'.join(DAYS)})"
_TIME = r"(\d{1,2})(?:[.:](\d{2}))?(?: uur)?"
_BLOCK = re.compile(
    rf"(?P<days>{_DAY} (?:tot en met|t/m) {_DAY}|{_DAY}(?:, {_DAY})*(?: en {_DAY})?"
    rf"|(?:elke|iedere) dag|(?:op )?werkdagen),? (?:van )?{_TIME} (?:tot|-|–) {_TIME}"
)
_BETWEEN = re.compile(r"[\s,;.]*(?:\ben\b)?[\s,;.]*")

Hours = tuple[tuple[int, int, int], ...]
"""Weekday (0 is Monday), and the minutes of the day from and until which somebody answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The telephone at one moment; moments are Amsterdam time.

    `hours`: the municipality's own words. `until`: somebody answers now, until then. `opens`:
    nobody does, and then somebody will. Both are None where the words are not understood.
    """

    hours: str
    until: datetime | None = None
    opens: datetime | None = None


def line(hours: str, *, now: datetime) -> Line:
    """Whether somebody answers. On a public holiday (Atw 3) nobody does."""
    here = now.astimezone(AMSTERDAM)
    for opens, until in _coming(_read(hours), here.date()):
        if opens <= here < until:
            return Line(hours=hours, until=until)
        if here < opens:
            return Line(hours=hours, opens=opens)
    return Line(hours=hours)


def in_signs(hours: str) -> str:
    """The hours as days and times, in the language of now; empty when they are not understood."""
    days: dict[str, list[int]] = {}
    for weekday, opens, until in _read(hours):
        days.setdefault(f"{_clock(opens)}–{_clock(until)}", []).append(weekday)
    return ", ".join(f"{_named(weekdays)} {times}" for times, weekdays in days.items())


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _named(weekdays: Sequence[int]) -> str:
    """Days that follow each other by the first and the last of them."""
    first, last = weekdays[0], weekdays[-1]
    if len(weekdays) > SEVERAL and last - first == len(weekdays) - 1:
        return f"{WEEKDAYS[first]} – {WEEKDAYS[last]}"
    return ", ".join(str(WEEKDAYS[each]) for each in weekdays)


def _coming(hours: Hours, today: date) -> Iterator[tuple[datetime, datetime]]:
    """When somebody answers in two weeks from that date on, the earliest first."""
    for day in (today + timedelta(days=number) for number in range(14)):
        if day.weekday() in WORKING_WEEK and not is_working_day(day):
            continue
        start = datetime.combine(day, time(), tzinfo=AMSTERDAM)
        for weekday, opens, until in hours:
            if weekday == day.weekday():
                yield start + timedelta(minutes=opens), start + timedelta(minutes=until)


@lru_cache(maxsize=16)
def _read(hours: str) -> Hours:
    """The hours in a line of Dutch, in the order of the week; empty when it says anything else."""
    words = " ".join(hours.lower().split())
    if not all(_BETWEEN.fullmatch(rest) for rest in _BLOCK.sub("|", words).split("|")):
        return ()
    found = sorted(each for block in _BLOCK.finditer(words) for each in _block(block))
    return tuple(found)


def _block(block: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    _days, *digits = block.groups()
    hour, minute, last_hour, last_minute = (int(each or 0) for each in digits)
    for weekday in _weekdays(block["days"]):
        yield weekday, 60 * hour + minute, 60 * last_hour + last_minute


def _weekdays(words: str) -> range | tuple[int, ...]:
    named = tuple(DAYS.index(day) for day in re.findall(_DAY, words))
    if not named:
        return WORKING_WEEK if "werkdagen" in words else WEEK
    return range(named[0], named[-1] + 1) if re.search("tot en met|t/m", words) else named
