"""Every question of the starter catalogue is finished, and short enough to read aloud."""

import re
from collections.abc import Iterator

import pytest

from intake.questionnaire.authoring.lint import errors
from intake.questionnaire.codes import PartType
from intake.questionnaire.compose import compose
from intake.questionnaire.definition import Element, Part, Topic
from tests.intake.catalogue.factories import starter

LONGEST_SENTENCE = 16
LONGEST_LABEL = 14
FREE = {PartType.TEXT, PartType.STORY}
FACTS = {PartType.DATE, PartType.MONEY}
OWN = [question for topic in starter().topics for question in topic.questions]
EVERYTHING = [*starter().elements, *OWN]
FOLLOW_UPS_FIRST_ASKED_FREELY = {
    "mantelzorgwaardering.voorWie": "the name of one person; nothing to choose from",
}
"""Own questions that begin with free text, and why a choice cannot serve."""
HARD_WORDS = re.compile(
    r"\b(indien|derhalve|conform|tevens|middels|dient|alsmede|inzake|betreffende|teneinde"
    r"|dienen|reeds|gelieve|beschikking|ketenpartner|wij verzoeken)\b",
    re.IGNORECASE,
)


def names(elements: list[Element]) -> list[str]:
    return [element.key for element in elements]


def texts(element: Element) -> Iterator[str]:
    """Everything a resident reads of a question, but the names of lists."""
    yield from (element.question, element.help, element.why, *element.wording.values())
    if element.repeat:
        yield from (element.repeat.add, element.repeat.none)
    for part in element.parts:
        yield from (part.label, part.help, *part.wording.values(), *part.examples.values())
        for option in part.options:
            yield from (option.label, option.help)


def sentences(text: str) -> list[str]:
    return [each for each in re.split(r"(?<=[.!?:])\s+", text.strip()) if each]


def test_it_is_in_order() -> None:
    assert [str(finding) for finding in errors(starter())] == []


@pytest.mark.parametrize("question", OWN, ids=names(OWN))
def test_an_own_question_is_not_one_box_to_write_in(question: Element) -> None:
    asked_at_once = [part for part in question.parts if part.when is None]
    if question.key in FOLLOW_UPS_FIRST_ASKED_FREELY:
        assert asked_at_once[0].type in FREE
    else:
        assert asked_at_once[0].type not in FREE


@pytest.mark.parametrize("question", OWN, ids=names(OWN))
def test_a_story_is_an_addition(question: Element) -> None:
    stories = [part for part in question.parts if part.type is PartType.STORY]
    assert all(not part.required or part.when is not None for part in stories)


@pytest.mark.parametrize("element", EVERYTHING, ids=names(EVERYTHING))
def test_every_choice_has_words_of_its_own(element: Element) -> None:
    for part in element.parts:
        labels = [option.label for option in part.options]
        assert all(label.strip() for label in labels)
        assert len(set(labels)) == len(labels)
        assert not part.options or len(labels) > 1


@pytest.mark.parametrize("element", EVERYTHING, ids=names(EVERYTHING))
def test_more_answers_are_announced_and_one_is_needed(element: Element) -> None:
    """A list of boxes asks for one at least, or says that nothing is fine too."""
    for part in element.parts:
        if part.type is PartType.CHOICES:
            assert part.minimum or "niets" in part.help or not part.required


@pytest.mark.parametrize("question", OWN, ids=names(OWN))
def test_what_people_may_not_know_can_be_said(question: Element) -> None:
    """“Weet ik niet”, except where somebody says what they want or must decide."""
    wanted = {"bijstandsuitkering.ingangsdatum", "leerlingenvervoer.vanaf"}
    for part in question.parts:
        bounded = part.type is PartType.NUMBER
        if (part.type in FACTS or bounded) and question.key not in wanted:
            assert part.unknown, part.key


@pytest.mark.parametrize("element", EVERYTHING, ids=names(EVERYTHING))
def test_numbers_have_bounds_and_units(element: Element) -> None:
    for part in element.parts:
        if part.type in {PartType.NUMBER, PartType.MONEY}:
            assert part.minimum is not None
            assert part.unit or part.key == "jaartal"
        if part.type is PartType.NUMBER:
            assert part.maximum is not None


@pytest.mark.parametrize("element", EVERYTHING, ids=names(EVERYTHING))
def test_its_words_can_be_read_aloud(element: Element) -> None:
    for text in texts(element):
        assert HARD_WORDS.search(text) is None, text
        for sentence in sentences(text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence
    for part in element.parts:
        assert all(len(each.label.split()) <= LONGEST_LABEL for each in part.options)


@pytest.mark.parametrize("element", EVERYTHING, ids=names(EVERYTHING))
def test_nobody_is_addressed_as_jij(element: Element) -> None:
    for text in texts(element):
        assert re.search(r"\b(je|jij|jouw|we)\b", text, re.IGNORECASE) is None, text


def test_a_dependent_part_is_asked_of_who_is_asked_what_it_depends_on() -> None:
    for question in compose(starter(), [topic.key for topic in starter().topics]).questions:
        asked = {part.key for part in question.element.parts}
        for part in question.element.parts:
            assert depends_on(part) <= asked


def depends_on(part: Part) -> set[str]:
    return set(re.findall(r"part='([^']+)'", repr(part.when))) if part.when else set()


@pytest.mark.parametrize("topic", starter().topics, ids=[each.key for each in starter().topics])
def test_papers_and_next_step_are_told(topic: Topic) -> None:
    assert topic.papers
    for text in (*topic.papers, *sentences(topic.next_step)):
        assert len(text.split()) <= LONGEST_SENTENCE
