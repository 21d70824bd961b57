"""What one recipient gets."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from intake.questionnaire.answers import UNKNOWN, Answer
from intake.questionnaire.codes import About
from intake.questionnaire.projection import NotARecipient, ProjectedAnswer, project
from intake.questionnaire.sharing import may_have
from tests.intake.questionnaire.examples import (
    TODAY,
    catalogue,
    question,
    route,
    told,
)

GIVEN = {
    "p__bsn": told({"nummer": "111222333"}, source="digid"),
    "p__naam": told({"voornamen": "Jan", "geslachtsnaam": "Bos"}, source="brp"),
    "p__kinderen": told({"naam": "Bo", "geboren": date(2015, 4, 3), "bsn": "123456782"}),
    "z__beperking": told({"gevolg": "Lopen"}),
    "x__spoed_van_team": told({"haast": True, "datum": date(2026, 12, 1)}),
    "x__spoed_van_bank": told({"haast": False}),
    "hulp__taken": told({"welke": ("was", "bed")}),
    "schuld__lasten": told({"lukt": False}),
    "f__inkomen": told({"bedrag": Decimal("1250.50")}),
}


def sent(topic: str, recipient: str, **changed: Answer) -> dict[str, ProjectedAnswer]:
    projected = project(route(**{**GIVEN, **changed}), topic=topic, recipient=recipient)
    return {each.element: each for each in projected}


def test_only_what_the_topic_needs() -> None:
    assert list(sent("hulp", "team")) == ["p.bsn", "p.naam", "z.beperking", "x.spoed", "hulp.taken"]
    assert list(sent("schuld", "bank")) == [
        "p.bsn",
        "p.naam",
        "p.kinderen",
        "x.spoed",
        "schuld.lasten",
        "f.inkomen",
    ]


def test_only_its_own_part() -> None:
    assert sent("hulp", "team")["x.spoed"].value == {"haast": True, "datum": "2026-12-01"}
    assert sent("schuld", "bank")["x.spoed"].value == {"haast": False}


def test_only_what_the_catalogue_gives_it_and_no_bsn_inside() -> None:
    fund = sent("schuld", "fonds")
    assert list(fund) == ["p.naam", "p.kinderen"]
    assert fund["p.kinderen"].value == [{"naam": "Bo", "geboren": "2015-04-03"}]
    assert "123456782" not in fund["p.kinderen"].display


def test_no_bsn_in_running_text_either() -> None:
    corrected = replace(GIVEN["p__kinderen"], correction="Bo heeft 1234 56 782, bel 06 12345678")
    fund = sent("schuld", "fonds", p__kinderen=corrected)["p.kinderen"]
    assert fund.correction == "Bo heeft •••••••••, bel 06 12345678"
    bank = sent("schuld", "bank", p__kinderen=corrected)["p.kinderen"]
    assert bank.correction == corrected.correction


def test_nothing_that_left_the_path() -> None:
    assert "f.inkomen" not in sent("schuld", "bank", schuld__lasten=told({"lukt": True}))


def test_nothing_the_resident_has_not_seen() -> None:
    unseen = replace(GIVEN["p__naam"], confirmed=False)
    assert "p.naam" not in sent("hulp", "team", p__naam=unseen)


def test_a_correction_travels_with_the_value() -> None:
    wrong = replace(GIVEN["p__naam"], correction="Ik heet Janus")
    projected = sent("hulp", "team", p__naam=wrong)["p.naam"]
    assert projected.value == {"voornamen": "Jan", "geslachtsnaam": "Bos"}
    assert projected.correction == "Ik heet Janus"
    assert projected.display.endswith("Klopt niet volgens de inwoner: Ik heet Janus")


def test_about_a_child_only_where_it_was_asked_about_the_child() -> None:
    assert "z.beperking" not in sent("jeugd", "team")
    assert sent("hulp", "team")["z.beperking"].about is About.SELF


def test_source_and_date_and_words() -> None:
    name = sent("hulp", "team")["p.naam"]
    assert (name.label, name.source, name.as_of) == ("Naam", "brp", TODAY)
    assert name.display == "Voornamen: Jan\nAchternaam: Bos"
    assert sent("schuld", "bank")["f.inkomen"].value == {"bedrag": "1250.50"}
    assert sent("schuld", "bank")["f.inkomen"].display == "€\u00a01.250,50 per maand"


def test_weet_ik_niet_is_null() -> None:
    unknown = sent("hulp", "team", z__beperking=told({"gevolg": UNKNOWN}))["z.beperking"]
    assert (unknown.value, unknown.display) == ({"gevolg": None}, "Weet ik niet")


def test_an_empty_list_reads_as_its_words() -> None:
    none = sent("schuld", "bank", p__kinderen=told())["p.kinderen"]
    assert (none.value, none.display) == ([], "Geen kinderen")


def test_who_does_not_receive_it_gets_nothing() -> None:
    with pytest.raises(NotARecipient):
        sent("schuld", "team")
    with pytest.raises(NotARecipient):
        sent("schuld", "fonds", p__kinderen=told())


def test_a_recipient_may_not_have_what_the_topic_does_not_need() -> None:
    team = next(each for each in catalogue().recipients if each.key == "team")
    assert may_have(team, question("z.beperking"), topic="hulp")
    assert not may_have(team, question("p.kinderen"), topic="hulp")
    assert not may_have(team, question("schuld.lasten"), topic="schuld")
