"""Cries for help are heard as they are mistyped, and never in an ordinary word."""

import pytest

from cms.search import data
from cms.search.emergency import CALLS, Line, alarm
from cms.search.phrases import phrases
from cms.search.stopwords import STOPWORDS, UNMARKED


def heard(query: str, *, known: frozenset[str] = frozenset()) -> list[str]:
    found = alarm(query, "nl", known.__contains__)
    return [call.number for call in found.calls] + ["us"] * found.call_us


@pytest.mark.parametrize(
    "query", ["zelfmord", "ik ben mishandelt", "ontruimming", "huisuitzeting", "verkrachtt"]
)
def test_a_mistyped_cry_is_heard(query: str) -> None:
    assert heard(query)


@pytest.mark.parametrize(
    "word",
    [
        *("uitgeput", "uitgeven", "uitgegeven", "toeslagen", "beslagen", "geslapen", "verwacht"),
        *(
            "opgelopen",
            "verkocht",
            "politiek",
            "positie",
            "slikken",
            "gekweld",
            "betalen",
            "staking",
        ),
        *("behandeling", "veerkracht", "opruiming", "uitzending", "bereiding", "verricht"),
    ],
)
def test_no_danger_is_guessed_from_an_ordinary_word(word: str) -> None:
    assert heard(word) == []


@pytest.mark.parametrize(
    "query",
    [
        *("dat kan ik wel zelf", "een geweldige buurvrouw", "ik kan geen brood meer snijden"),
        *("er zijn niet meer mensen", "ik wil er niet meer over praten", "werk zoeken"),
    ],
)
def test_no_stem_of_an_ordinary_word_is_a_cry(query: str) -> None:
    assert heard(query) == []


def test_a_word_that_the_site_knows_is_no_mistyped_cry() -> None:
    assert heard("zelfmord")
    assert heard("zelfmord", known=frozenset({"zelfmord"})) == []


def test_every_cry_has_a_word_that_says_something() -> None:
    """Of "er niet meer zijn" only "niet meer" would be left, and half of all sentences have it."""
    silent = UNMARKED | STOPWORDS["nl"]
    for cry in data.cries():
        for phrase in phrases(cry.text, "nl"):
            assert len(phrase.parts) > 1 or phrase.stems - silent, cry.text


def test_every_list_that_a_phrase_names_was_filled_in() -> None:
    texts = [cry.text for cry in data.cries()]
    assert "huis kwijt" in texts
    assert not [text for text in texts if "(" in text]
    assert "huisbaas + wil/willen/eist + uit" in texts


def test_only_what_may_be_deadly_comes_before_all_else() -> None:
    ordinary = alarm("mijn zoon is agressief", "nl", {"zoon"}.__contains__)
    assert (ordinary.calls, ordinary.comes_first) == (list(CALLS[Line.VEILIG_THUIS]), False)
    assert alarm("hij slaat mij", "nl", {"zoon"}.__contains__).comes_first
