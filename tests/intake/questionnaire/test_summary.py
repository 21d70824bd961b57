"""The one tree, in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from intake.questionnaire.answers import UNKNOWN, Answer
from intake.questionnaire.codes import About, PartType
from intake.questionnaire.definition import Option, Part
from intake.questionnaire.dutch import DUTCH
from intake.questionnaire.summary import Entry, Row, Summary, summarise
from tests.intake.questionnaire.examples import TODAY, route, told


def summary(*topics: str, **given: Answer) -> Summary:
    return summarise(route(*topics, **given))


def entry(key: str, *topics: str, **given: Answer) -> Entry:
    return next(each for each in summary(*topics, **given).entries if str(each.key) == key)


def rows(given: Entry) -> list[tuple[str, str, str]]:
    return [(row.item, row.label, row.text) for row in given.rows]


def test_sections_are_the_tasks() -> None:
    assert [(each.key, each.title) for each in summary("hulp", "schuld").sections] == [
        ("over-u", "Over u"),
        ("situatie", "Uw situatie"),
        ("hulp", "Hulp in huis"),
        ("schuld", "Schuldhulp"),
    ]


def test_an_open_question_stands_there_unanswered() -> None:
    name = entry("p.naam", "hulp")
    assert (name.answered, name.rows, name.source, name.page) == (False, (), "", "persoon")
    assert name.needed_by == ("hulp",)


def test_a_prefilled_value_shows_its_source_and_waits_for_its_confirmation() -> None:
    answer = told({"voornamen": "Jan", "geslachtsnaam": "Bos"}, source="brp", confirmed=False)
    name = entry("p.naam", p__naam=answer)
    assert not name.answered
    assert rows(name) == [("", "Voornamen", "Jan"), ("", "Achternaam", "Bos")]
    assert (name.source, name.as_of) == ("brp", TODAY)
    assert name.source_name == "Basisregistratie Personen (BRP)"
    assert entry("p.naam", p__naam=replace(answer, correction="Janus")).correction == "Janus"


def test_a_list_names_its_items() -> None:
    children = told({"naam": "Bo", "geboren": date(2015, 4, 3)}, {"naam": "Li"})
    assert rows(entry("p.kinderen", p__kinderen=children)) == [
        ("Kind 1", "Naam", "Bo"),
        ("Kind 1", "Geboren", "3 april 2015"),
        ("Kind 2", "Naam", "Li"),
    ]


def test_an_empty_list_says_so() -> None:
    children = entry("p.kinderen", p__kinderen=told())
    assert (children.answered, children.rows, children.none) == (True, (), "Geen kinderen")


def test_one_entry_per_recipient() -> None:
    given = summary("hulp", "schuld", x__spoed_van_bank=told({"haast": False}))
    urgency = [each for each in given.entries if each.key.question.element == "x.spoed"]
    assert [(each.recipient_name, each.answered) for each in urgency] == [
        ("Sociaal Team", False),
        ("Kredietbank", True),
    ]


def test_a_part_that_does_not_apply_is_not_shown() -> None:
    stale = told({"kanaal": "email", "adres": "Kade 1"})
    assert rows(entry("p.voorkeur", p__voorkeur=stale)) == [("", "Hoe?", "Met een e-mail")]


def test_about_somebody_else_says_so() -> None:
    assert entry("z.beperking@child").label == "Beperking (kind)"
    assert entry("z.beperking@child").text == "Wat lukt uw kind niet?"
    assert DUTCH.label("Beperking", About.SELF) == "Beperking"


def test_values_in_words() -> None:
    options = (Option(value="a", label="Appel"), Option(value="b", label="Peer"))

    def written(kind: PartType, value: object, unit: str = "") -> str:
        part = Part(key="p", type=kind, options=options, unit=unit)
        return DUTCH.value(part, value)  # type: ignore[arg-type]

    assert written(PartType.YES_NO, value=True) == "Ja"
    assert written(PartType.CHOICE, "b") == "Peer"
    assert written(PartType.CHOICE, "weg") == "weg"
    assert written(PartType.CHOICES, ("a", "b")) == "Appel, Peer"
    assert written(PartType.CHOICES, ()) == "Niets"
    assert written(PartType.DATE, date(1980, 4, 3)) == "3 april 1980"
    assert written(PartType.NUMBER, 1250, "uur per week") == "1.250 uur per week"
    assert written(PartType.NUMBER, 2015) == "2015"
    assert written(PartType.NUMBER, 12000) == "12.000"
    assert written(PartType.NUMBER, Decimal("2.5")) == "2,5"
    assert written(PartType.MONEY, Decimal("-1250.5")) == "\u20ac\u00a0-1.250,50"
    assert written(PartType.MONEY, Decimal(20), "per week") == "\u20ac\u00a020,00 per week"
    assert written(PartType.IBAN, "NL91ABNA0417164300") == "NL91 ABNA 0417 1643 00"
    assert written(PartType.PHONE, "+31612345678") == "06 12345678"
    assert written(PartType.TEXT, UNKNOWN) == "Weet ik niet"


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (Row("Straat", "Terpweg"), "Straat: Terpweg"),
        (Row("Heeft u werk?", "Nee"), "Heeft u werk? Nee"),
        (Row("Naam", "Bo", "Kind 1"), "Kind 1, Naam: Bo"),
    ],
)
def test_a_row_reads_on_its_own(row: Row, line: str) -> None:
    assert row.line == line
