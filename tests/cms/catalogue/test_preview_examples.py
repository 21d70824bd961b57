"""Examples are valid whatever is asked, and there is one for all that can be answered."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.catalogue.preview.walking import walk, with_examples
from intake.questionnaire.answers import AnswerKey
from intake.questionnaire.codes import PartType
from intake.questionnaire.compose import compose
from intake.questionnaire.definition import Catalogue, Option, Part
from intake.questionnaire.routing import Route
from intake.questionnaire.validation import Raw
from tests.cms.catalogue import small
from tests.intakes import starter

TODAY = date(2026, 11, 21)
TWO = (Option(value="a", label="A"), Option(value="b", label="B"))


def route_of(catalogue: Catalogue, topics: list[str], raw: Raw) -> Route:
    """The route after every example was filled in."""
    questionnaire = compose(catalogue, topics)
    walked = walk(questionnaire, with_examples(questionnaire, raw, today=TODAY), today=TODAY)
    assert not walked.problems
    return walked.route


def test_every_topic_of_the_starter_catalogue_can_be_filled_in_alone_and_together() -> None:
    catalogue, _municipality = starter()
    topics = [topic.key for topic in catalogue.topics]
    for chosen in (topics, *([topic] for topic in topics)):
        assert route_of(catalogue, chosen, {}).unanswered() == ()


@given(st.sets(st.sampled_from(["huur", "koop"]), max_size=1))
def test_what_was_typed_stays(typed: set[str]) -> None:
    raw = {"w.woning.soort": [*typed]}
    route = route_of(small.catalogue(), ["traplift"], raw)
    soort = route.answers[AnswerKey.of("w.woning")].value("soort")
    assert soort == next(iter(typed), "huur")
    assert (AnswerKey.of("w.verhuurder") in route.answers) is (soort == "huur")


def with_part(**fields: Any) -> Catalogue:
    """The small catalogue, asking this in the first question."""
    catalogue = small.catalogue()
    first, *others = catalogue.elements
    part = Part(key="x", **fields)
    return replace(catalogue, elements=(replace(first, parts=(part,)), *others))


@pytest.mark.parametrize("type_", [*PartType])
def test_there_is_an_example_of_every_kind_of_input(type_: PartType) -> None:
    chosen = {PartType.CHOICE, PartType.CHOICES}
    options = (
        (Option(value="a", label="A"), Option(value="b", label="B")) if type_ in chosen else ()
    )
    route = route_of(with_part(type=type_, options=options), ["huurhulp"], {})
    assert route.unanswered() == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"type": PartType.NUMBER, "minimum": Decimal(18), "maximum": Decimal(20)},
        {"type": PartType.MONEY, "maximum": Decimal("0.50")},
        {"type": PartType.TEXT, "max_length": 3},
        {"type": PartType.TEXT, "example": "van der"},
        {"type": PartType.DATE, "past": True},
        {"type": PartType.DATE, "future": True},
        {"type": PartType.NUMBER, "example": "ongeveer drie"},
        {"type": PartType.CHOICES, "minimum": Decimal(2), "options": TWO},
    ],
)
def test_an_example_keeps_within_bounds(fields: dict[str, Any]) -> None:
    assert route_of(with_part(**fields), ["huurhulp"], {}).unanswered() == ()


def test_what_nothing_fits_stays_open() -> None:
    fields = {"type": PartType.NUMBER, "minimum": Decimal(5), "maximum": Decimal(4)}
    route = route_of(with_part(**fields), ["huurhulp"], {})
    assert [question.element.key for question in route.unanswered()] == ["p.naam"]
