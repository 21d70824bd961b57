"""The answers in the files: whole, about real topics, and in sentences one can read aloud."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import pytest
from django.conf import settings

from intake.catalogue import files as catalogue_files
from portal.demo.content import files

LISTED: Final = files.read("vragen")["children"]
ANSWERS: Final = {name: files.read(name) for name in LISTED}
CATALOGUE: Final = settings.BASE_DIR / "intake/catalogue/starter.yaml"
TOPICS: Final = {topic.key for topic in catalogue_files.read(CATALOGUE).topics}
PER_TOPIC: Final = 4
LONGEST_SENTENCE: Final = 20
NOT_READ: Final = {"kind", "phone", "url"}
# A sentence ends at a stop, a list item or an empty line.
ENDS: Final = re.compile(r"\n\s*\n(?:- )?|\n- |(?<=[.!?:])[\"”]?\s+")
LINK: Final = re.compile(r"\[(.+?)\]\(.+?\)")
# "Kies bij …: "label"" quotes a choice of the intake.
CHOICE: Final = re.compile(r"\b(?:[Kk]ies|kiest)\b[^.?]*?: \"([^\"]+)\"")


def texts(words: object) -> Iterator[str]:
    """Every text in the blocks of a file."""
    match words:
        case str():
            yield words
        case dict():
            for key, value in words.items():
                if key not in NOT_READ:
                    yield from texts(value)
        case list():
            for value in words:
                yield from texts(value)


def public(answer: dict[str, Any]) -> str:
    """What a resident reads of an answer."""
    shown = [answer["title"], answer["search_description"], answer["answer"]]
    return "\n\n".join(text.strip() for text in texts(shown))


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without marks."""
    plain = LINK.sub(r"\1", f"\n{text}").replace("**", "")
    for sentence in ENDS.split(plain):
        if words := " ".join(sentence.split()):
            yield words


def test_a_sentence_ends_at_a_stop_a_list_item_and_an_empty_line() -> None:
    text = 'Bel [ons](tel:1). Kies:\n\n- "Ja." Of\n  niet\n- **dit**\n\nEn dan'
    assert list(sentences(text)) == ["Bel ons.", "Kies:", '"Ja.', "Of niet", "dit", "En dan"]


def test_every_answer_that_is_written_is_listed_once() -> None:
    written = {f"vragen/{path.stem}" for path in (files.FOLDER / "vragen").glob("*.yaml")}
    assert Counter(LISTED) == Counter(written)


def test_every_topic_has_answers() -> None:
    about = Counter(key for answer in ANSWERS.values() for key in answer["topic_keys"])
    assert {key: about[key] for key in TOPICS if about[key] < PER_TOPIC} == {}


def test_every_topic_that_an_answer_names_exists() -> None:
    assert {key for answer in ANSWERS.values() for key in answer["topic_keys"]} <= TOPICS


def test_no_question_is_asked_twice() -> None:
    titles = Counter(answer["title"] for answer in ANSWERS.values())
    assert [title for title, times in titles.items() if times > 1] == []


@pytest.mark.parametrize("name", LISTED)
def test_an_answer_is_whole(name: str) -> None:
    answer = ANSWERS[name]
    assert answer["type"] == "answer"
    assert answer["title"].endswith("?")
    assert answer["search_description"].endswith(".")
    assert "".join(texts(answer["answer"])).strip()
    assert "".join(texts(answer["internal"])).strip()
    assert answer["keywords"]


@pytest.mark.parametrize("name", LISTED)
def test_an_answer_can_be_read_aloud(name: str) -> None:
    text = public(ANSWERS[name])
    assert [line for line in sentences(text) if len(line.split()) > LONGEST_SENTENCE] == []
    assert "lorem" not in text.lower()


def test_a_choice_that_an_answer_quotes_is_a_choice_of_the_intake() -> None:
    quoted = {
        label
        for answer in ANSWERS.values()
        for text in texts([answer["answer"], answer["internal"]])
        for label in CHOICE.findall(" ".join(text.split()))
    }
    catalogue = " ".join(CATALOGUE.read_text(encoding="utf-8").split())
    assert quoted
    assert {label for label in quoted if label not in catalogue} <= {"Weet ik niet"}
