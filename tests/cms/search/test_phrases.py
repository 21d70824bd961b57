"""Phrases in order, and patterns of words near each other."""

import pytest

from cms.search.phrases import Phrases
from cms.search.stemming import stem
from cms.search.words import words


def says(phrase: str, query: str, *, gap: int = 3) -> bool:
    phrases = Phrases.of([(phrase, True)], language="nl", gap=gap)
    return any(phrases.meant([stem(word, "nl") for word in words(query)]))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ik kom echt niet meer rond", True),
        ("rond kom ik niet", False),
        ("kom je rond de middag niet", False),
    ],
)
def test_a_phrase_is_said_in_its_order(query: str, said: bool) -> None:  # noqa: FBT001
    assert says("kom niet rond", query) is said


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ik moet mijn huis uit", True),
        ("dat ik volgende week uit ons eigen huis moet", True),
        ("uit de woning moeten wij", True),
        ("ik moet iets kopen voor huis en tuin", False),
        ("moet de was uit een machine in een ander huis", False),  # too far within a part
        ("ik moet eerst nog heel veel papieren zoeken en dan ga ik het huis uit", False),
    ],
)
def test_the_parts_of_a_pattern_stand_near_each_other(query: str, said: bool) -> None:  # noqa: FBT001
    assert says("uit huis/huis uit/uit woning + moet/moeten", query) is said


@pytest.mark.parametrize(
    ("query", "said"), [("ik ben op", True), ("nu ben ik op", False), ("ik ben op zoek", False)]
)
def test_a_phrase_may_end_the_query(query: str, said: bool) -> None:  # noqa: FBT001
    assert says("ik ben op .", query) is said


def test_a_slash_or_a_plus_as_people_write_them_is_no_pattern() -> None:
    assert says("zorg en/of hulp 65+", "zorg en of hulp 65")
    assert not says("zorg en/of hulp", "hulp")
