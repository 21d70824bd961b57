"""The counter's hours in one line."""

from cms.hours import counter_line
from intake.catalogue import queries
from intake.wizard.telephone import in_signs
from tests.cms.factories import municipality_data

HOURS = [
    {"days": "Maandag", "counter": "9.00 tot 17.00 uur"},
    {"days": "Donderdag", "counter": "9.00 tot 20.00 uur"},
    {"days": "Vrijdag", "counter": "9.00 tot 17.00 uur"},
    {"days": "Zaterdag en zondag", "counter": "gesloten"},
]


def test_days_with_the_same_hours_stand_together_and_closed_ones_nowhere() -> None:
    line = counter_line(HOURS)
    assert line == ("Maandag en vrijdag van 9.00 tot 17.00 uur, donderdag van 9.00 tot 20.00 uur")
    assert in_signs(line), "the telephone understands it, so it can be said in any language"


def test_without_hours_there_is_no_line() -> None:
    assert counter_line([]) == ""


def test_the_counters_own_hours_reach_the_receipt_and_the_papers(db: None) -> None:
    municipality_data(hours=[("day", HOURS[1] | {"phone": "9.00 tot 17.00 uur"})])
    published = queries.municipality()
    assert published.at_the_counter == "Donderdag van 9.00 tot 20.00 uur"
    assert published.opening_hours == "Elke dag"
