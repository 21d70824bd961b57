"""The municipality's own line of opening hours, and whether somebody answers now."""

from datetime import datetime

import pytest
from django.utils import translation

from intake.cases.clocks import AMSTERDAM
from intake.wizard.telephone import Line, in_signs, line
from intake.wizard.templatetags.hours import on_day

WEEKDAYS = "maandag tot en met vrijdag van 9.00 tot 17.00 uur"
SUNDAY = datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)


def at(day: int, hour: int, minute: int = 0, *, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("now", "until", "opens"),
    [
        (at(23, 8, 59), None, at(23, 9)),
        (at(23, 9), at(23, 17), None),
        (at(23, 16, 59), at(23, 17), None),
        (at(23, 17), None, at(24, 9)),
        (at(27, 18), None, at(30, 9)),
        (SUNDAY, None, at(23, 9)),
    ],
)
def test_it_knows_who_answers_and_when(
    now: datetime, until: datetime | None, opens: datetime | None
) -> None:
    assert line(WEEKDAYS, now=now) == Line(hours=WEEKDAYS, until=until, opens=opens)


def test_a_public_holiday_is_no_working_day() -> None:
    friday_christmas = at(25, 10, month=12)

    assert line(WEEKDAYS, now=friday_christmas).opens == at(28, 9, month=12)


def test_the_clock_is_that_of_amsterdam() -> None:
    summer = datetime.fromisoformat("2026-07-06T07:30:00+00:00")

    assert line(WEEKDAYS, now=summer).until == at(6, 17, month=7)


@pytest.mark.parametrize(
    ("hours", "opens"),
    [
        ("Maandag tot en met vrijdag, 8.30 tot 17.00 uur", at(23, 8, 30)),
        ("dinsdag en donderdag van 13:00 tot 16:00 uur", at(24, 13)),
        ("op werkdagen 9 - 12 uur.", at(23, 9)),
        ("woensdag van 9 tot 12 uur, en maandag van 10.15 tot 12 uur", at(23, 10, 15)),
        ("maandag t/m donderdag 9.00 uur tot 17.00 uur", at(23, 9)),
    ],
)
def test_it_reads_how_dutch_hours_are_written(hours: str, opens: datetime) -> None:
    assert line(hours, now=SUNDAY).opens == opens


def test_every_day_includes_today() -> None:
    assert line("elke dag van 8 tot 20 uur", now=SUNDAY).until == at(22, 20)


@pytest.mark.parametrize(
    "hours",
    [
        "",
        "Elke dag",
        "9 tot 17 uur",
        "kijk op onze website",
        f"{WEEKDAYS}, woensdag tot 20.00 uur",
        f"{WEEKDAYS}, behalve in de zomer",
        "vrijdag tot en met maandag van 9 tot 17 uur",
    ],
)
def test_what_it_does_not_understand_whole_says_nothing_about_now(hours: str) -> None:
    assert line(hours, now=at(23, 10)) == Line(hours=hours)


@pytest.mark.parametrize(
    ("language", "hours", "told"),
    [
        ("en", "Maandag tot en met vrijdag van 9.00 tot 17.00 uur", "Monday – Friday 9:00–17:00"),
        ("en", "maandag en donderdag van 9.00 tot 12.30 uur", "Monday, Thursday 9:00–12:30"),
        (
            "uk",
            "Maandag tot en met vrijdag van 9.00 tot 17.00 uur",
            "Понеділок – П'ятниця 9:00–17:00",
        ),
        ("en", "Bel gerust", ""),
    ],
)
def test_hours_that_are_understood_are_told_in_any_language(
    language: str, hours: str, told: str
) -> None:
    with translation.override(language):
        assert in_signs(hours) == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "maandag 30 november"),
        ("en", "Monday 30 November"),
        ("uk", "у понеділок, 30 листопада,"),
    ],
)
def test_a_day_reads_within_a_sentence(language: str, told: str) -> None:
    with translation.override(language):
        assert on_day(at(30, 9)) == told
