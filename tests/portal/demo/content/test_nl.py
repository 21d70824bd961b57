"""The Dutch words themselves: every topic is told whole, in sentences that read easily."""

import re
from collections.abc import Iterator
from typing import Any, Final

import pytest
from django.conf import settings

from intake.catalogue import files as catalogue_files
from portal.demo.content import files

STARTER: Final = catalogue_files.read(settings.BASE_DIR / "intake/catalogue/starter.yaml")
PAGES: Final = {name: files.read(name) for name in files.children("home")}
TOPIC_PAGES: Final = {name: page for name, page in PAGES.items() if page["type"] == "topic"}
LIFE_EVENTS: Final = {name: page for name, page in PAGES.items() if page["type"] == "life_event"}
TOPICS: Final = {topic.key for topic in STARTER.topics}
SECTIONS: Final = (
    "what_is_it",
    "is_it_for_me",
    "what_do_i_need",
    "what_does_it_cost",
    "how_long",
    "what_happens_next",
    "who_else_helps",
)
# Not read by a resident as running text.
CODES: Final = {"type", "topic_key", "topic_keys", "keywords", "kind", "phone", "url"}
LONGEST_SENTENCE: Final = 20
OFFICIAL: Final = {"indien", "derhalve", "conform", "teneinde", "middels", "dient", "tevens"}
OWN_LINK: Final = re.compile(r"\]\(/([a-z/-]+?)/\)")
DIALLED: Final = re.compile(r"\[([^\]]+)\]\(tel:([^)]*)\)")

each_page = pytest.mark.parametrize("name", [*TOPIC_PAGES, *LIFE_EVENTS])


def texts(words: Any) -> Iterator[str]:
    """Every text that a resident reads."""
    match words:
        case str():
            yield words
        case list():
            for each in words:
                yield from texts(each)
        case dict():
            for key, each in words.items():
                if key not in CODES:
                    yield from texts(each)


def sentences(text: str) -> list[str]:
    """The sentences of a text; every item of a list is one of its own."""
    shown = re.sub(r"\[(.+?)\]\(.+?\)", r"\1", text).replace("**", "")
    parts = re.split(r"\n\s*\n(?:- )?|(?:^|\n)- |(?<=[.?!])\s", shown)
    return [" ".join(part.split()) for part in parts if part.strip()]


def test_every_topic_has_one_page_under_its_own_name() -> None:
    assert {name: page["topic_key"] for name, page in TOPIC_PAGES.items()} == {
        key: key for key in TOPICS
    }


@pytest.mark.parametrize("name", TOPIC_PAGES)
def test_a_topic_page_answers_all_seven_questions(name: str) -> None:
    assert [section for section in SECTIONS if not TOPIC_PAGES[name].get(section)] == []


@pytest.mark.parametrize("name", LIFE_EVENTS)
def test_a_life_event_chooses_topics_that_exist_and_says_what_to_do(name: str) -> None:
    page = LIFE_EVENTS[name]
    assert page["topic_keys"]
    assert set(page["topic_keys"]) <= TOPICS
    assert all(page[section] for section in ("first", "we_help", "who_else_helps"))


@pytest.mark.parametrize("name", LIFE_EVENTS)
def test_a_life_event_leads_to_each_topic_it_chooses(name: str) -> None:
    links = {link for text in texts(LIFE_EVENTS[name]) for link in OWN_LINK.findall(text)}
    assert set(LIFE_EVENTS[name]["topic_keys"]) <= links


def test_there_are_five_life_events() -> None:
    assert list(LIFE_EVENTS) == [
        "mijn-partner-is-gevallen",
        "ik-heb-geldzorgen",
        "mijn-kind-heeft-hulp-nodig",
        "ik-zorg-voor-iemand",
        "ik-kom-net-in-nederland-wonen",
    ]


@each_page
def test_no_sentence_is_long(name: str) -> None:
    read = (sentence for text in texts(PAGES[name]) for sentence in sentences(text))
    assert [line for line in read if len(line.split()) > LONGEST_SENTENCE] == []


@each_page
def test_no_word_is_one_of_an_office(name: str) -> None:
    read = {word.casefold() for text in texts(PAGES[name]) for word in re.findall(r"\w+", text)}
    assert read & OFFICIAL == set()


@each_page
def test_a_number_dials_what_it_shows(name: str) -> None:
    numbers = [pair for text in texts(PAGES[name]) for pair in DIALLED.findall(text)]
    assert [shown for shown, dialled in numbers if re.sub(r"\D", "", shown) != dialled] == []


@each_page
def test_our_own_number_is_never_written_out(name: str) -> None:
    assert not any("tel:14" in text for text in texts(PAGES[name]))


@each_page
def test_a_page_is_found_by_words_that_stand_there_once(name: str) -> None:
    keywords = [word.casefold() for word in PAGES[name]["keywords"]]
    assert keywords
    assert len(set(keywords)) == len(keywords)


def test_a_sentence_ends_at_a_full_stop_a_list_item_and_an_empty_line() -> None:
    text = "U kunt:\n\n- **bellen**\n- [komen](/contact/)\n\nBel\nons. Het mag!"
    assert sentences(text) == ["U kunt:", "bellen", "komen", "Bel ons.", "Het mag!"]
