"""What is ticked for somebody who tells what happened, and when the page says to call now."""

import pytest

from cms.search.index import SearchIndex
from cms.search.results import results_of
from tests.cms.search import labelled

pytestmark = pytest.mark.django_db  # so that this runs on SQLite and on PostgreSQL


NAMES = ("sentences", "held_out_sentences", "unseen_sentences")


# What was measured at the end: all of them. At the first try 11 of the first 16 held out were
# right, and 26 of the 34 unseen.
@pytest.mark.parametrize(("name", "least"), list(zip(NAMES, (71, 29, 33), strict=True)))
def test_the_right_topics_are_ticked_and_the_right_people_are_told_to_call(
    demo_index: SearchIndex, name: str, least: int
) -> None:
    faults = {each.text: each.faults_in(demo_index) for each in labelled.sentences(name)}
    wrong = {text: found for text, found in faults.items() if found}
    print(f"{name}: {len(faults) - len(wrong)} of {len(faults)} right")  # noqa: T201
    assert len(faults) - len(wrong) >= least, wrong


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_ticked_that_nobody_asked_for(demo_index: SearchIndex, name: str) -> None:
    """A tick too few costs a click; one too many sends somebody's story to a stranger."""
    for sentence in labelled.sentences(name):
        faults = sentence.faults_in(demo_index)
        assert not [each for each in faults if each.startswith("ticks")], sentence.text


@pytest.mark.parametrize("name", ["queries", "held_out", "unseen_queries"])
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


@pytest.mark.parametrize("query", ["wasmachine kapot", "de koelkast doet het niet meer"])
def test_who_lost_a_machine_is_told_of_the_yearly_allowance_too(
    demo_index: SearchIndex, query: str
) -> None:
    offered = results_of(query, demo_index, language="nl").topics
    told = {topic.key: topic.ticked for topic in offered}
    assert told == {"bijzondere-bijstand": True, "individuele-inkomenstoeslag": False}


def test_who_cannot_shower_is_told_who_nurses_at_home(demo_index: SearchIndex) -> None:
    found = results_of("ik kan niet meer poetsen en douchen", demo_index, language="nl")
    assert "/vragen/wassen-en-aankleden/" in [result.url for result in found.first]


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("geslagen", "/vragen/niet-veilig-thuis/"),
        ("mijn man slaat mij en ik wil schuldhulp", "/vragen/niet-veilig-thuis/"),
        ("ik wil niet meer leven", "/vragen/het-gaat-slecht-in-mijn-hoofd/"),
        ("ik wil dood", "/vragen/het-gaat-slecht-in-mijn-hoofd/"),
    ],
)
def test_beside_a_number_that_comes_first_stands_one_answer(
    demo_index: SearchIndex, query: str, url: str
) -> None:
    found = results_of(query, demo_index, language="nl")
    assert [result.url for result in found.beside] == [url]
    assert url not in [result.url for result in found.results]
    assert found.folded


def test_exhausted_by_caring_finds_a_break(demo_index: SearchIndex) -> None:
    found = results_of("Ik zorg voor mijn moeder en ik kan niet meer", demo_index, language="nl")
    urls = [result.url for result in found.results[:8]]
    assert "/mantelzorgwaardering/" in urls
    assert "/vragen/even-rust-als-mantelzorger/" in urls
