"""Conditions as sentences."""

from typing import Any

import pytest
from hypothesis import given, settings

from intake.questionnaire.authoring.phrasing import elements_of, only_if, phrase
from intake.questionnaire.authoring.usage import conditions_of
from intake.questionnaire.codec import catalogue_from_data
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.rules import read_condition
from tests.intake.questionnaire.examples import DATA
from tests.intake.questionnaire.strategies import catalogues

WONING = {
    "key": "w.woning",
    "label": "Woonsituatie",
    "question": "Hoe woont u?",
    "section": "situation",
    "parts": [
        {
            "key": "eigendom",
            "type": "choice",
            "label": "Huurt of koopt u?",
            "unknown": True,
            "options": [
                {"value": "huur", "label": "Huur"},
                {"value": "koop", "label": "Koop"},
                {"value": "anders", "label": "Iets anders"},
            ],
        },
        {"key": "huur", "type": "money", "label": "Hoeveel huur?", "unit": "euro per maand"},
        {"key": "sinds", "type": "date", "label": "Sinds wanneer?"},
        {"key": "kamers", "type": "number", "label": "Hoeveel kamers?", "unit": "kamers"},
    ],
}
LEEFTIJD = {
    "key": "p.leeftijd",
    "label": "Leeftijd",
    "question": "Hoe oud bent u?",
    "section": "person",
    "parts": [{"key": "jaren", "type": "number"}],
}
HURER = {"element": "w.woning", "part": "eigendom", "is": "huur"}
JONG = {"element": "p.leeftijd", "part": "jaren", "less": 27}
OUD = {"element": "p.leeftijd", "part": "jaren", "more": 66}
ONTVANGT_POST = {"element": "p.voorkeur", "part": "kanaal", "is": "brief"}


def elements() -> Any:
    data = {**DATA, "elements": [*DATA["elements"], WONING, LEEFTIJD]}
    return elements_of(catalogue_from_data(data))


def said(condition: Any, within: str = "") -> str:
    return only_if(read_condition(condition, ()), elements(), within=within)


def woning(part: str, **operator: Any) -> dict[str, Any]:
    return {"element": "w.woning", "part": part, **operator}


def test_it_reads_as_a_sentence() -> None:
    assert said({"all": [HURER, JONG]}) == (
        "alleen als bij “Woonsituatie” de vraag “Huurt of koopt u?” het antwoord “Huur” heeft,"
        " en “Leeftijd” lager is dan 27"
    )


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (woning("eigendom", is_not="huur"), "een ander antwoord heeft dan “Huur”"),
        (woning("eigendom", one_of=["huur", "koop"]), "het antwoord “Huur” of “Koop” heeft"),
        (
            woning("eigendom", one_of=["huur", "koop", "anders"]),
            "het antwoord “Huur”, “Koop” of “Iets anders” heeft",
        ),
        (woning("eigendom", **{"is": "unknown"}), "het antwoord “Weet ik niet” heeft"),
        (woning("eigendom", answered=True), "ingevuld is"),
        (woning("huur", less="1250.5"), "lager is dan €\u00a01.250,50 per maand"),
        (woning("huur", more=700), "hoger is dan €\u00a0700,00 per maand"),
        (woning("kamers", more=2), "hoger is dan 2 kamers"),
        (woning("kamers", **{"is": 2}), "het antwoord 2 kamers heeft"),
        (woning("sinds", before="2026-01-31"), "vóór 31 januari 2026 ligt"),
        (woning("sinds", after="2026-01-31"), "na 31 januari 2026 ligt"),
    ],
)
def test_every_operator_has_words(rule: Any, sentence: str) -> None:
    assert said(rule).startswith("alleen als bij “Woonsituatie” de vraag “")
    assert said(rule).endswith(f"” {sentence}")


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ({"element": "p.naam", "answered": True}, "“Naam” ingevuld is"),
        ({"element": "p.kinderen", "count_from": 1}, "“Kinderen” minstens één keer ingevuld is"),
        ({"element": "p.kinderen", "count_from": 2}, "“Kinderen” minstens 2 keer ingevuld is"),
        (
            {"element": "p.kinderen", "part": "geboren", "age_under": 18},
            "bij “Kinderen” de vraag “Geboren” een leeftijd onder 18 jaar geeft",
        ),
        (
            {"element": "p.kinderen", "part": "geboren", "age_from": 18},
            "bij “Kinderen” de vraag “Geboren” een leeftijd vanaf 18 jaar geeft",
        ),
        (
            {"element": "hulp.taken", "part": "welke", "includes": "was"},
            "“Taken” het antwoord “De was” bevat",
        ),
        (
            {"element": "schuld.lasten", "part": "lukt", "is": False},
            "“Vaste lasten” het antwoord “Nee” heeft",
        ),
        (
            {"element": "z.beperking", "answered": True, "about": "child"},
            "“Beperking” (kind) ingevuld is",
        ),
        (
            {"not": HURER},
            "bij “Woonsituatie” de vraag “Huurt of koopt u?” niet het antwoord “Huur” heeft",
        ),
        (
            {"not": {"element": "p.kinderen", "count_from": 1}},
            "“Kinderen” minder dan één keer ingevuld is",
        ),
    ],
)
def test_what_it_looks_at_is_named(rule: Any, sentence: str) -> None:
    assert said(rule) == f"alleen als {sentence}"


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (
            {"any": [{"all": [JONG, HURER]}, OUD]},
            "(“Leeftijd” lager is dan 27, en bij “Woonsituatie” de vraag “Huurt of koopt u?” het"
            " antwoord “Huur” heeft), of “Leeftijd” hoger is dan 66",
        ),
        (
            {"not": {"any": [JONG, OUD]}},
            "het niet zo is dat (“Leeftijd” lager is dan 27, of “Leeftijd” hoger is dan 66)",
        ),
        ({"all": [{"any": [JONG]}]}, "“Leeftijd” lager is dan 27"),
        (
            {"any": [woning("eigendom", **{"is": each}) for each in ("huur", "koop")]},
            "bij “Woonsituatie” de vraag “Huurt of koopt u?” het antwoord “Huur” of “Koop” heeft",
        ),
    ],
)
def test_groups_are_told_apart(condition: Any, sentence: str) -> None:
    assert said(condition) == f"alleen als {sentence}"


def test_a_field_of_the_same_question_is_named_alone() -> None:
    assert said(ONTVANGT_POST, within="p.voorkeur") == (
        "alleen als de vraag “Hoe?” het antwoord “Met een brief” heeft"
    )


@pytest.mark.parametrize(
    ("rule", "gone"),
    [
        ({"element": "p.weg", "answered": True}, "“p.weg” (bestaat niet) ingevuld is"),
        (woning("weg", answered=True), "de vraag “weg” (bestaat niet) ingevuld is"),
        (woning("eigendom", **{"is": "kraak"}), "het antwoord “kraak” (bestaat niet) heeft"),
        ({"element": "p.weg", "part": "x", "less": "0.5"}, "lager is dan 0,5"),
    ],
)
def test_what_does_not_exist_is_said_so(rule: Any, gone: str) -> None:
    assert said(rule).endswith(gone)


def test_always_and_never() -> None:
    assert said({"all": []}) == "altijd"
    assert said({"any": []}) == "nooit"


@settings(max_examples=50, deadline=None)
@given(catalogues())
def test_every_condition_that_fits_has_words(made: Catalogue) -> None:
    for _, condition in conditions_of(made):
        sentence = phrase(condition, elements_of(made))
        assert "bestaat niet" not in sentence
        assert sentence.count("(") == sentence.count(")")
