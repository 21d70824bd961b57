"""How any source behaves; every source's own test calls `check_source` with a person it knows."""

from collections.abc import Sequence
from datetime import date

from intake.prefill.sources import Person, Source
from intake.questionnaire.answers import Answer
from intake.questionnaire.compose import compose
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.routing import is_complete

NOBODY = Person(bsn="999999990")


def check_source(
    source: Source, *, known: Person, elements: Sequence[str], catalogue: Catalogue, today: date
) -> None:
    """Assert that a source keeps the promises of `intake.prefill.sources.Source`.

    `known` is somebody the source knows all of `elements` of.
    """
    found = source.fetch(known, elements)
    assert set(found) == set(elements), "it knows what the test says it knows"
    assert source.fetch(known, elements) == found, "asking twice gives the same"
    for key in elements:
        assert set(source.fetch(known, [key])) == {key}, "it gives what was asked, no more"
    assert source.fetch(known, ["x.bestaat-niet"]) == {}, "what it does not know is left out"
    assert source.fetch(known, []) == {}
    assert source.fetch(NOBODY, elements) == {}, "of whom it does not know it says nothing"
    _check_shape(source, known=known, elements=elements, catalogue=catalogue, today=today)


def _check_shape(
    source: Source, *, known: Person, elements: Sequence[str], catalogue: Catalogue, today: date
) -> None:
    """Every value fits the parts of its element, with a source and a date that has come."""
    everything = compose(catalogue, [topic.key for topic in catalogue.topics])
    questions = {question.element.key: question for question in everything.questions}
    for key, known_value in source.fetch(known, elements).items():
        question = questions[key]
        parts = {part.key for part in question.element.parts}
        assert all(item.keys() <= parts for item in known_value.items), f"{key} has other parts"
        assert known_value.source
        assert known_value.as_of <= today
        answer = Answer(items=known_value.items, source=known_value.source, as_of=known_value.as_of)
        assert is_complete(question, answer, today=today), f"{key} is not a whole answer"
