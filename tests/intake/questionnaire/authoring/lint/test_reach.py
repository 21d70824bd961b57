"""Whether a condition can hold for a topic: what contradicts itself, and what does not."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.questionnaire.authoring.lint.reach import can_hold
from intake.questionnaire.authoring.lint.setting import Setting
from intake.questionnaire.codec import catalogue_from_data
from intake.questionnaire.compose import compose
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.routing import follow
from intake.questionnaire.rules import read_condition
from tests.intake.questionnaire import random_catalogues, strategies
from tests.intake.questionnaire.examples import DATA

ANSWERED = {"element": "a.b", "answered": True}


def part(key: str, kind: str, **fields: Any) -> dict[str, Any]:
    return {"key": key, "type": kind, "label": key, **fields}


ELEMENT = {
    "key": "a.b",
    "label": "Alles",
    "question": "Alles?",
    "section": "person",
    "parts": [
        part("ja", "yes-no"),
        part("keus", "choice", unknown=True, options=[
            {"value": "een", "label": "1"},
            {"value": "twee", "label": "2"},
            {"value": "elders", "label": "3", "topics": ["hulp"]},
        ]),
        part("veel", "choices", maximum=2, options=[
            {"value": each, "label": each} for each in ("x", "y", "z")
        ]),
        part("getal", "number", minimum=0, maximum=10),
        part("dag", "date"),
        part("geboren", "date", past=True),
        part("naam", "text", unknown=True),
        part("toelichting", "text", when={"element": "a.b", "part": "ja", "is": True}),
    ],
}  # fmt: skip
LISTED = {
    **ELEMENT,
    "key": "a.lijst",
    "repeat": {"item": "ding", "add": "Nog een", "none": "Geen", "maximum": 3},
    "parts": [part("ja", "yes-no"), part("getal", "number")],
}
LATER = {
    **ELEMENT,
    "key": "a.later",
    "when": {"element": "a.b", "part": "ja", "is": True},
    "parts": [part("tekst", "text")],
}


def example() -> Catalogue:
    """Debt help asks everything; help at home only the name."""
    debt: Any = copy.deepcopy(DATA["topics"])[1]
    debt |= {"always": ["a.b", "a.lijst"], "conditional": ["a.later"]}
    return catalogue_from_data({**DATA, "elements": [ELEMENT, LISTED, LATER], "topics": [debt]})


def a(part: str, element: str = "a.b", /, **operator: Any) -> dict[str, Any]:
    return {"element": element, "part": part, **operator}


def both(*conditions: Any) -> dict[str, Any]:
    return {"all": list(conditions)}


def no(condition: Any) -> dict[str, Any]:
    return {"not": condition}


def reaches(condition: Any) -> bool:
    catalogue = example()
    read = read_condition(condition, ())
    return can_hold(read, catalogue.topics[0], Setting(catalogue))


@pytest.mark.parametrize(
    "condition",
    [
        {"any": []},
        no({"all": []}),
        both(a("keus", **{"is": "een"}), a("keus", **{"is": "twee"})),
        a("keus", **{"is": "elders"}),
        both(a("keus", one_of=["een", "twee"]), a("keus", **{"is": "unknown"})),
        both(a("keus", one_of=["een", "elders"]), no(a("keus", **{"is": "een"}))),
        both(a("keus", is_not="een"), a("keus", is_not="twee"), a("keus", is_not="unknown")),
        both(a("ja", **{"is": True}), a("ja", **{"is": False})),
        both(a("ja", answered=True), no(a("ja", **{"is": True})), no(a("ja", **{"is": False}))),
        both(a("veel", includes="x"), no(a("veel", includes="x"))),
        both(*(a("veel", includes=each) for each in "xyz")),
        both(a("getal", less=3), a("getal", more=3)),
        both(a("getal", less=3), a("getal", **{"is": 3})),
        a("getal", more=10),
        a("getal", less=0),
        both(a("dag", before="2026-01-01"), a("dag", after="2025-12-31")),
        both(a("dag", age_under=18), a("dag", age_from=18)),
        a("geboren", age_under=0),
        both(a("naam", answered=True), no(ANSWERED)),
        both(a("toelichting", answered=True), a("ja", **{"is": False})),
        both({"element": "a.later", "answered": True}, a("ja", **{"is": False})),
        both({"element": "a.lijst", "count_from": 2}, no({"element": "a.lijst", "count_from": 1})),
        {"element": "a.lijst", "count_from": 4},
        both(a("ja", "a.lijst", **{"is": True}), no({"element": "a.lijst", "count_from": 1})),
        both(a("ja", "a.lijst", **{"is": True}), no(a("ja", "a.lijst", **{"is": True}))),
        {"element": "p.naam", "answered": True},
        {"element": "a.b", "answered": True, "about": "child"},
        {"any": [both(a("ja", **{"is": True}), no(ANSWERED)), {"any": []}]},
    ],
    ids=str,
)  # fmt: skip
def test_it_can_never_hold(condition: Any) -> None:
    assert not reaches(condition)


@pytest.mark.parametrize(
    "condition",
    [
        {"all": []},
        ANSWERED,
        no(ANSWERED),
        both(a("keus", is_not="een"), a("keus", is_not="twee")),
        both(a("keus", one_of=["een", "elders"]), a("keus", is_not="twee")),
        {"any": [a("keus", **{"is": "een"}), a("keus", **{"is": "elders"})]},
        both(a("veel", includes="x"), a("veel", includes="y"), no(a("veel", includes="z"))),
        both(a("getal", more=2), a("getal", less=3)),
        both(a("getal", **{"is": 3}), a("getal", is_not=4)),
        a("getal", more="9.5"),
        both(a("dag", after="2025-12-31"), a("dag", before="2026-01-02")),
        both(a("dag", age_from=18), a("dag", age_under=19), a("dag", before="2026-01-01")),
        both(a("naam", answered=True), no(a("naam", **{"is": "unknown"}))),
        both(a("toelichting", answered=True), a("ja", **{"is": True})),
        both(no(a("toelichting", answered=True)), a("ja", **{"is": False})),
        both({"element": "a.later", "answered": True}, a("keus", **{"is": "een"})),
        both(a("ja", "a.lijst", **{"is": True}), a("ja", "a.lijst", **{"is": False})),
        both({"element": "a.lijst", "count_from": 0}, no({"element": "a.lijst", "count_from": 1})),
        no({"element": "p.naam", "answered": True}),
    ],
    ids=str,
)  # fmt: skip
def test_it_can_hold(condition: Any) -> None:
    assert reaches(condition)


def test_a_very_long_search_ends_and_lets_pass() -> None:
    """Ten choices of twenty, one after the other, that only contradict at the very end."""
    numbers = [{"any": [a("getal", **{"is": each}) for each in range(20)]}] * 10
    assert not reaches(both(*numbers, a("getal", less=0)))
    free = [{"any": [a("veel", includes=each) for each in "xy"]}] * 60
    assert reaches(both(*free, no(a("keus", **{"is": "een"}))))


@settings(max_examples=200, deadline=None)
@given(strategies.randoms, st.integers(1, 6))
def test_what_ever_held_could_hold(random: Any, size: int) -> None:
    """Of catalogues that nobody checked: a question that was asked was never unreachable."""
    catalogue = random_catalogues.unchecked(random, size)
    setting = Setting(catalogue)
    answers = strategies.some_answers(random, compose(catalogue, strategies.TOPICS))
    route = follow(compose(catalogue, strategies.TOPICS), answers, today=strategies.TODAY)
    topics = {topic.key: topic for topic in catalogue.topics}
    for question in route.questions:
        for need in question.needs:
            if need.when is not None and need.topic in route.needed_by(question):
                assert can_hold(need.when, topics[need.topic], setting)
