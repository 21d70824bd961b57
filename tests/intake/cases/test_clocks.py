"""Statutory terms by the Algemene termijnenwet."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.cases.clocks import Term, amsterdam_date, is_working_day, terms
from intake.questionnaire.codes import Kind
from intake.questionnaire.definition import Clock, Regime, Topic
from tests.intake.catalogue.factories import starter

days = st.dates(date(2026, 1, 1), date(2040, 12, 31))
SATURDAY, SUNDAY = 5, 6


def _until(received: date, **clock: Any) -> date:
    regime = Regime(key="r", clocks=(Clock(name="besluit", start="aanvraag", **clock),))
    [term] = terms(regime, Kind.AANVRAAG, received=received, urgent=False)
    return term.until


def _regime(key: str) -> Regime:
    return next(regime for regime in starter().regimes if regime.key == key)


@pytest.mark.parametrize(
    ("received", "clock", "until"),
    [
        # The contract's example: 42 days after Saturday 21 November is Saturday 2 January.
        (date(2026, 11, 21), {"days": 42}, date(2027, 1, 4)),
        # Ends on Good Friday 2026: past Easter Monday.
        (date(2026, 2, 20), {"days": 42}, date(2026, 4, 7)),
        # Ends on 5 May, a public holiday of the act in every year.
        (date(2026, 3, 10), {"days": 56}, date(2026, 5, 6)),
        # Ends on Christmas Day, a Friday: past Boxing Day and Sunday.
        (date(2026, 10, 30), {"days": 56}, date(2026, 12, 28)),
        (date(2026, 11, 23), {"days": 28}, date(2026, 12, 21)),
        # Three working days from a Friday, and over Easter.
        (date(2026, 11, 20), {"working_days": 3}, date(2026, 11, 25)),
        (date(2026, 4, 2), {"working_days": 3}, date(2026, 4, 9)),
        # Atw 2: a short term over a long weekend still holds two working days.
        (date(2026, 4, 2), {"days": 3}, date(2026, 4, 8)),
        # Atw 4: a term of more than 90 days is not moved.
        (date(2026, 1, 3), {"days": 91}, date(2026, 4, 4)),
        (date(2026, 1, 3), {"days": 90}, date(2026, 4, 3) + timedelta(days=4)),
    ],
)
def test_examples(received: date, clock: dict[str, int], until: date) -> None:
    assert _until(received, **clock) == until


def test_the_debt_relief_clock_of_three_working_days_runs_only_when_urgent() -> None:
    received = date(2026, 11, 20)
    calm = terms(_regime("wgs"), Kind.AANMELDING, received=received, urgent=False)
    urgent = terms(_regime("wgs"), Kind.AANMELDING, received=received, urgent=True)
    assert [term.until for term in calm] == [date(2026, 12, 18)]
    assert date(2026, 11, 25) in [term.until for term in urgent]
    assert set(calm) < set(urgent)


def test_a_clock_that_starts_later_is_no_term_yet() -> None:
    """The decision on a Wmo application waits for that application."""
    [term] = terms(_regime("wmo"), Kind.MELDING, received=date(2026, 11, 21), urgent=False)
    assert term == Term("onderzoek", date(2027, 1, 4))


@pytest.mark.parametrize("topic", starter().topics, ids=lambda topic: topic.key)
def test_every_topic_of_the_starter_catalogue_has_a_term_from_receipt(topic: Topic) -> None:
    """But one: the term of inburgering starts with the registration in the BRP."""
    found = terms(_regime(topic.regime), topic.kind, received=date(2026, 11, 21), urgent=False)
    assert bool(found) is (topic.key != "inburgering")


@given(days, st.integers(3, 90))
def test_a_term_ends_on_the_first_working_day_at_or_after_its_days(
    received: date, count: int
) -> None:
    until = _until(received, days=count)
    plain = received + timedelta(days=count)
    assert is_working_day(until)
    assert until >= plain
    between = [plain + timedelta(days=step) for step in range((until - plain).days)]
    held = [day for day in _days_after(received, until) if is_working_day(day)]
    assert not any(is_working_day(day) for day in between) or len(held) == 2
    assert len(held) >= 2


@given(days, st.integers(1, 30))
def test_working_days_are_counted_after_the_day_of_receipt(received: date, count: int) -> None:
    until = _until(received, working_days=count)
    assert is_working_day(until)
    assert sum(is_working_day(day) for day in _days_after(received, until)) == count


@given(days, st.integers(1, 80))
def test_a_later_receipt_never_ends_earlier(received: date, count: int) -> None:
    tomorrow = received + timedelta(days=1)
    assert _until(received, days=count) <= _until(tomorrow, days=count)
    assert _until(received, working_days=count) <= _until(tomorrow, working_days=count)


@given(days)
def test_weekends_are_no_working_days(day: date) -> None:
    assert not (day.weekday() in {SATURDAY, SUNDAY} and is_working_day(day))


def test_the_date_of_receipt_is_the_one_in_amsterdam() -> None:
    assert amsterdam_date(datetime(2026, 11, 21, 22, 59, tzinfo=UTC)) == date(2026, 11, 21)
    assert amsterdam_date(datetime(2026, 11, 21, 23, 0, tzinfo=UTC)) == date(2026, 11, 22)
    assert amsterdam_date(datetime(2026, 6, 30, 22, 0, tzinfo=UTC)) == date(2026, 7, 1)


def _days_after(received: date, until: date) -> list[date]:
    return [received + timedelta(days=step + 1) for step in range((until - received).days)]
