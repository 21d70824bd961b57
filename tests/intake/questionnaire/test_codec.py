"""Plain data: strict reading, and where a mistake stands."""

import copy
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from intake.questionnaire.answers import UNKNOWN, AnswerKey, Answers, Item
from intake.questionnaire.codec import (
    answer_from_data,
    answer_to_data,
    answers_from_data,
    answers_to_data,
    canonical,
    catalogue_from_data,
    catalogue_to_data,
    digest,
)
from intake.questionnaire.codes import About
from intake.questionnaire.plain import Malformed, dotted
from tests.intake.questionnaire.examples import DATA, TODAY, told

Change = Callable[[Any], object]


def test_a_file_shows_only_what_was_decided() -> None:
    assert catalogue_to_data(catalogue_from_data(DATA)) == DATA


@pytest.mark.parametrize(
    ("change", "path", "problem"),
    [
        (lambda data: data.update(extra=1), "extra", "is not a key here"),
        (lambda data: data.update(schema="x/2"), "schema", "must be voordeur-catalogue/1"),
        (lambda data: data.pop("topics"), "(top)", "topics is missing"),
        (lambda data: data.update(topics={}), "topics", "must be a list"),
        (lambda data: data["topics"][1].pop("law"), "topics[1]", "law is missing"),
        (lambda data: data["topics"][1].update(law=3), "topics[1].law", "must be text"),
        (lambda data: data["topics"][0].update(kind="klacht"), "topics[0].kind", "must be one of"),
        (
            lambda data: data["topics"][0]["questions"][0]["parts"][0].update(typ="text"),
            "topics[0].questions[0].parts[0].typ",
            "is not a key here",
        ),
        (lambda data: data["elements"][0].update(prefilled="ja"), "elements[0].prefilled", "true"),
        (lambda data: data["elements"][0].update(when=None), "elements[0].when", "mapping"),
        (
            lambda data: data["elements"][0].update(when={"element": "a"}),
            "elements[0].when",
            "one element with one operator",
        ),
        (
            lambda data: data["elements"][0].update(when={"any": [{"element": "a", "les": 1}]}),
            "elements[0].when.any[0].les",
            "must be one of",
        ),
        (
            lambda data: data["elements"][0].update(when={"not": {"element": "a", "less": 1.5}}),
            "elements[0].when.not.less",
            "between quotes",
        ),
        (
            lambda data: data["elements"][0].update(when={"element": "a", "before": "31-1-2026"}),
            "elements[0].when.before",
            "between quotes",
        ),
        (
            lambda data: data["elements"][0].update(wording={"kind": "x"}),
            "elements[0].wording.kind",
            "must be one of",
        ),
        (
            lambda data: data["regimes"][0]["clocks"][0].update(days=True),
            "regimes[0].clocks[0].days",
            "whole number",
        ),
    ],
)
def test_a_mistake_is_refused_with_its_place(change: Change, path: str, problem: str) -> None:
    data = copy.deepcopy(DATA)
    change(data)
    with pytest.raises(Malformed) as malformed:
        catalogue_from_data(data)
    assert dotted(malformed.value.path) == path
    assert problem in malformed.value.problem


def test_a_definition_is_written_when_there_is_one() -> None:
    data: Any = copy.deepcopy(DATA)
    data["elements"][6]["definition"] = "Netto, per maand, zonder toeslagen."
    read = catalogue_from_data(data)
    assert read.elements[6].definition == "Netto, per maand, zonder toeslagen."
    assert catalogue_to_data(read) == data
    assert digest(data) != digest(catalogue_to_data(catalogue_from_data(DATA)))


@pytest.mark.parametrize("data", [None, [], "text", 1])
def test_something_else_is_refused(data: object) -> None:
    with pytest.raises(Malformed):
        catalogue_from_data(data)


def test_answers_there_and_back() -> None:
    item: Item = {
        "tekst": "é",
        "ja": True,
        "aantal": 3,
        "bedrag": Decimal("1250.50"),
        "dag": date(2026, 1, 31),
        "keuzes": ("a", "b"),
        "weet": UNKNOWN,
    }
    key = AnswerKey.of("p.kind", About.CHILD, "bank")
    answers = Answers({key: told(item, {}, source="brp", confirmed=False)})
    data = answers_to_data(answers)
    assert data == {
        "p.kind@child>bank": {
            "items": [
                {
                    "tekst": "é",
                    "ja": True,
                    "aantal": 3,
                    "bedrag": {"amount": "1250.50"},
                    "dag": {"date": "2026-01-31"},
                    "keuzes": ["a", "b"],
                    "weet": {"unknown": True},
                },
                {},
            ],
            "source": "brp",
            "as_of": "2026-11-21",
            "confirmed": False,
        }
    }
    assert answers_from_data(data) == answers
    assert answer_from_data(answer_to_data(answers[key])) == answers[key]


@pytest.mark.parametrize(
    "data",
    [
        {"items": [], "source": "brp"},
        {"items": [], "source": "brp", "as_of": "2026-11-21", "extra": 1},
        {"items": [{"p": 1.5}], "source": "brp", "as_of": "2026-11-21"},
        {"items": [{"p": {"geheim": "111222333"}}], "source": "brp", "as_of": "2026-11-21"},
        {"items": {"p": "111222333"}, "source": "brp", "as_of": "2026-11-21"},
    ],
)
def test_a_malformed_answer_is_refused_without_showing_it(data: object) -> None:
    with pytest.raises(Malformed) as malformed:
        answer_from_data(data, path=("p.x",))
    assert "111222333" not in str(malformed.value)


def test_answers_about_nobody_known_are_refused() -> None:
    with pytest.raises(Malformed):
        answers_from_data({"p.x@buurman": answer_to_data(told())})


def test_the_digest_does_not_depend_on_the_order_of_keys() -> None:
    turned = dict(reversed(list(DATA.items())))
    assert digest(turned) == digest(DATA)  # type: ignore[arg-type]
    assert digest({"a": 1}) != digest({"a": 2})
    assert canonical({"b": "é", "a": [1]}) == '{"a":[1],"b":"é"}'.encode()


def test_an_answer_shows_no_value_in_a_traceback() -> None:
    assert repr(told({"p": "111222333"})) == (
        f"Answer(source='inwoner', as_of={TODAY!r}, confirmed=True)"
    )
