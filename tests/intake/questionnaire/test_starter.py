"""The starter catalogue keeps the promise of asking once."""

from pathlib import Path

import pytest
from django.conf import settings

from intake.catalogue.files import read
from intake.questionnaire.authoring.lint import errors
from intake.questionnaire.compose import compose
from intake.questionnaire.definition import Catalogue

EVERYTHING = [
    "huishoudelijke-hulp",
    "woningaanpassing",
    "vervoer-en-hulpmiddelen",
    "begeleiding-en-dagbesteding",
    "beschermd-wonen",
    "jeugdhulp",
    "bijstandsuitkering",
    "bijzondere-bijstand",
    "individuele-inkomenstoeslag",
    "schuldhulp",
    "minimaregelingen",
    "leerlingenvervoer",
    "gehandicaptenparkeerkaart",
    "mantelzorgwaardering",
    "inburgering",
]

JOURNEYS = {
    "oudere-na-val": (EVERYTHING[:4], 62, 34),
    "oudere-mobiel": (
        ["huishoudelijke-hulp", "vervoer-en-hulpmiddelen", "gehandicaptenparkeerkaart"],
        41,
        30,
    ),
    "geldproblemen": (
        ["bijstandsuitkering", "bijzondere-bijstand", "schuldhulp", "minimaregelingen"],
        54,
        39,
    ),
    "gezin": (["jeugdhulp", "minimaregelingen", "leerlingenvervoer"], 35, 29),
    "multiproblematiek": (
        ["begeleiding-en-dagbesteding", "bijstandsuitkering", "schuldhulp"],
        49,
        38,
    ),
    "alles": (EVERYTHING, 196, 106),
}


@pytest.fixture(scope="module")
def starter() -> Catalogue:
    return read(Path(settings.BASE_DIR) / "intake/catalogue/starter.yaml")


def always_asked(catalogue: Catalogue, topics: list[str]) -> int:
    """Questions the resident always answers: own ones, and what a topic always needs."""
    return sum(
        question.own
        or (not question.element.prefilled and any(need.when is None for need in question.needs))
        for question in compose(catalogue, topics).questions
    )


def test_it_fits_together(starter: Catalogue) -> None:
    assert [str(finding) for finding in errors(starter)] == []


def test_it_has_every_element_and_topic(starter: Catalogue) -> None:
    assert len(starter.elements) == 36
    assert [topic.key for topic in starter.topics] == EVERYTHING


@pytest.mark.parametrize("journey", JOURNEYS)
def test_the_questions_in_one_intake(starter: Catalogue, journey: str) -> None:
    topics, apart, together = JOURNEYS[journey]
    assert always_asked(starter, topics) == together
    assert sum(always_asked(starter, [topic]) for topic in topics) == apart
