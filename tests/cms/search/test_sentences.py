"""What is ticked for somebody who tells what happened, and when the page says to call now."""

import pytest

from cms.search.index import SearchIndex
from cms.search.results import results_of
from tests.cms.search import labelled

pytestmark = pytest.mark.django_db  # so that this runs on SQLite and on PostgreSQL


# What was measured at the end: 36 of 36 and 29 of 30; at the first try 11 of the first 16 held out.
@pytest.mark.parametrize(("name", "least"), [("sentences", 36), ("held_out_sentences", 28)])
def test_the_right_topics_are_ticked_and_the_right_people_are_told_to_call(
    demo_index: SearchIndex, name: str, least: int
) -> None:
    faults = {each.text: each.faults_in(demo_index) for each in labelled.sentences(name)}
    wrong = {text: found for text, found in faults.items() if found}
    print(f"{name}: {len(faults) - len(wrong)} of {len(faults)} right")  # noqa: T201
    assert len(faults) - len(wrong) >= least, wrong


@pytest.mark.parametrize("name", ["sentences", "held_out_sentences"])
def test_nothing_is_ticked_that_nobody_asked_for(demo_index: SearchIndex, name: str) -> None:
    """A tick too few costs a click; one too many sends somebody's story to a stranger."""
    for sentence in labelled.sentences(name):
        faults = sentence.faults_in(demo_index)
        assert not [each for each in faults if each.startswith("ticks")], sentence.text


@pytest.mark.parametrize("name", ["queries", "held_out"])
def test_ordinary_words_alarm_nobody(demo_index: SearchIndex, name: str) -> None:
    alarming = {
        query.text
        for query in labelled.read(name)
        if results_of(query.text, demo_index, language="nl").call_us
    }
    assert alarming <= {
        "geen geld voor eten",
        "stroom wordt afgesloten",
        "ik word uit mijn huis gezet",
    }


def test_no_home_help_for_who_loses_a_home(demo_index: SearchIndex) -> None:
    offered = results_of("ik moet mijn huis uit", demo_index, language="nl").topics
    assert [topic.key for topic in offered] == ["schuldhulp"]


def test_exhausted_by_caring_finds_a_break(demo_index: SearchIndex) -> None:
    found = results_of("Ik zorg voor mijn moeder en ik kan niet meer", demo_index, language="nl")
    urls = [result.url for result in found.results[:8]]
    assert "/mantelzorgwaardering/" in urls
    assert "/vragen/even-rust-als-mantelzorger/" in urls
