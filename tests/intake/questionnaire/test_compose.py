"""Topics become one questionnaire."""

import re

import pytest

from intake.questionnaire.codes import About
from intake.questionnaire.compose import UnknownTopic, compose
from tests.intake.questionnaire.examples import catalogue, question, questionnaire


def keys(*topics: str) -> list[str]:
    return [str(each.key) for each in questionnaire(*topics).questions]


def test_the_union_stands_in_natural_order() -> None:
    assert keys("schuld", "hulp") == [
        "p.bsn",
        "p.naam",
        "p.voorkeur",
        "p.kinderen",
        "z.beperking",
        "x.spoed",
        "hulp.taken",
        "schuld.lasten",
        "f.inkomen",
    ]


def test_a_question_about_a_child_is_another_question() -> None:
    assert keys("hulp", "jeugd")[4:6] == ["z.beperking", "z.beperking@child"]
    assert question("z.beperking").text == "Wat lukt u niet?"
    assert question("z.beperking", About.CHILD).text == "Wat lukt uw kind niet?"


def test_each_question_knows_who_needs_it() -> None:
    needed = {
        str(each.key): [need.topic for need in each.needs] for each in questionnaire().questions
    }
    assert needed["p.naam"] == ["hulp", "schuld", "jeugd"]
    assert needed["z.beperking@child"] == ["jeugd"]
    assert needed["schuld.lasten"] == ["schuld"]


def test_what_no_topic_needs_is_not_there() -> None:
    assert "f.inkomen" not in keys("hulp", "jeugd")
    assert "p.kinderen" not in keys("hulp")


def test_pages_and_tasks() -> None:
    where = {str(each.key): (each.task, each.page) for each in questionnaire().questions}
    assert where["p.bsn"] == where["p.naam"] == ("over-u", "persoon")
    assert [where[key][0] for key in ("p.voorkeur", "z.beperking", "hulp.taken", "f.inkomen")] == [
        "over-u",
        "situatie",
        "hulp",
        "geld",
    ]
    assert where["z.beperking@child"] == ("situatie", f"{where['z.beperking'][1]}-1")


def test_an_address_tells_nothing_and_stays_with_its_question() -> None:
    pages = {str(each.key): each.page for each in questionnaire().questions}
    alone = {str(each.key): each.page for each in questionnaire("schuld").questions}
    assert all(re.fullmatch(r"persoon|vraag-[0-9]+(-[0-9])?", page) for page in pages.values())
    assert alone.items() <= pages.items()
    others = [page for page in pages.values() if page != "persoon"]
    assert len(set(others)) == len(others)


def test_only_recipients_of_the_topics() -> None:
    assert [each.key for each in questionnaire("schuld").recipients] == ["bank", "fonds"]
    assert [each.key for each in questionnaire("schuld").regimes] == ["wmo"]


def test_an_unknown_topic_is_refused() -> None:
    with pytest.raises(UnknownTopic, match="parkeren"):
        compose(catalogue(), ["hulp", "parkeren"])


def test_no_topic_asks_nothing() -> None:
    assert compose(catalogue(), []).questions == ()
