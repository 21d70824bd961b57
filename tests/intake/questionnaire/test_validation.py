"""Raw form data becomes an answer, or problems that name the input."""

from datetime import date
from decimal import Decimal

import pytest

from intake.questionnaire.answers import UNKNOWN, Item, Value
from intake.questionnaire.codes import About, PartType
from intake.questionnaire.definition import Element, Option, Part
from intake.questionnaire.questions import Need, Question
from intake.questionnaire.validation import (
    Confirmed,
    Problems,
    Raw,
    Valid,
    validate_confirmation,
    validate_question,
)
from tests.intake.questionnaire.examples import TODAY, question

OPTIONS = (Option(value="a", label="A"), Option(value="b", label="B"), Option(value="c", label="C"))


def asking(part: Part) -> Question:
    element = Element(key="t.q", label="Q", question="Q?", parts=(part,))
    return Question(element, About.SELF, (Need("t"),))


def items(asked: Question, raw: Raw, prefix: str = "") -> tuple[Item, ...]:
    outcome = validate_question(asked, raw, today=TODAY, prefix=prefix)
    assert isinstance(outcome, Valid), outcome
    return outcome.items


def problems(asked: Question, raw: Raw) -> list[tuple[str, str]]:
    outcome = validate_question(asked, raw, today=TODAY)
    assert isinstance(outcome, Problems), outcome
    return [(problem.name, problem.code) for problem in outcome.problems]


def value(part: Part, *texts: str) -> Value | None:
    (item,) = items(asking(part), {"t.q.p": list(texts)})
    return item.get("p")


def code(part: Part, *texts: str) -> str:
    ((name, code),) = problems(asking(part), {"t.q.p": list(texts)})
    assert name == "t.q.p"
    return code


def test_each_part_has_its_input() -> None:
    raw = {"p.naam.voornamen": ["  Jan  Willem "], "p.naam.geslachtsnaam": ["Bos"]}
    assert items(question("p.naam"), raw) == ({"voornamen": "Jan Willem", "geslachtsnaam": "Bos"},)
    assert problems(question("p.naam"), {}) == [
        ("p.naam.voornamen", "required"),
        ("p.naam.geslachtsnaam", "required"),
    ]


def test_a_question_about_a_child_and_a_recipients_part_have_their_own_inputs() -> None:
    about_child = question("z.beperking", About.CHILD)
    assert items(about_child, {"z.beperking@child.gevolg": ["Lopen"]}) == ({"gevolg": "Lopen"},)
    spoed = question("x.spoed")
    raw = {"x.spoed.bank.haast": ["nee"], "x.spoed.team.haast": ["ja"]}
    assert items(spoed, raw, prefix="x.spoed.bank") == ({"haast": False},)


def test_a_follow_up_is_required_when_it_applies_and_dropped_when_not() -> None:
    voorkeur = question("p.voorkeur")
    assert problems(voorkeur, {"p.voorkeur.kanaal": ["brief"]}) == [
        ("p.voorkeur.adres", "required")
    ]
    raw = {"p.voorkeur.kanaal": ["email"], "p.voorkeur.adres": ["Kade 1"]}
    assert items(voorkeur, raw) == ({"kanaal": "email"},)


def test_weet_ik_niet() -> None:
    yes_no = Part(key="p", type=PartType.YES_NO, unknown=True)
    assert value(yes_no, "unknown") is UNKNOWN
    text = asking(Part(key="p", type=PartType.MONEY, unknown=True))
    assert items(text, {"t.q.p.unknown": ["on"]}) == ({"p": UNKNOWN},)
    both = {"t.q.p.unknown": ["on"], "t.q.p": ["12"]}
    assert problems(text, both) == [("t.q.p", "value_and_unknown")]
    assert code(Part(key="p", type=PartType.YES_NO), "unknown") == "yes_no"
    assert value(Part(key="p", type=PartType.TEXT, unknown=True), "unknown") == "unknown"


def test_left_open() -> None:
    optional = asking(Part(key="p", type=PartType.DATE, required=False))
    assert items(optional, {"t.q.p": ["  "]}) == ({},)
    assert code(Part(key="p", type=PartType.TEXT), "\u0000 \t") == "required"


def test_yes_no() -> None:
    assert value(Part(key="p", type=PartType.YES_NO), "ja") is True
    assert value(Part(key="p", type=PartType.YES_NO), "Nee") is False
    assert code(Part(key="p", type=PartType.YES_NO), "misschien") == "yes_no"


def test_choice_and_choices() -> None:
    assert value(Part(key="p", type=PartType.CHOICE, options=OPTIONS), "b") == "b"
    assert code(Part(key="p", type=PartType.CHOICE, options=OPTIONS), "x") == "choice"
    several = Part(
        key="p", type=PartType.CHOICES, options=OPTIONS, minimum=Decimal(2), maximum=Decimal(2)
    )
    assert value(several, "c", "a") == ("a", "c")
    assert code(several, "a") == "too_few"
    assert code(several, "a", "b", "c") == "too_many"
    assert code(several, "a", "x") == "choice"


def test_bounds_of_numbers_and_texts() -> None:
    hours = Part(key="p", type=PartType.NUMBER, minimum=Decimal(0), maximum=Decimal(168))
    assert value(hours, "168") == 168
    assert code(hours, "169") == "too_large"
    assert code(hours, "-1") == "too_small"
    assert code(Part(key="p", type=PartType.TEXT, max_length=3), "abcd") == "too_long"
    assert code(Part(key="p", type=PartType.TEXT), "a" * 201) == "too_long"


def test_a_story_keeps_its_lines_and_a_line_has_none() -> None:
    assert value(Part(key="p", type=PartType.STORY), "een\r\ntwee\n\n\n\ndrie ") == (
        "een\ntwee\n\ndrie"
    )
    assert value(Part(key="p", type=PartType.TEXT), "een\r\ntwee") == "een twee"


@pytest.mark.parametrize("month", ["4", "april", "apr"])
def test_a_date_in_three_inputs(month: str) -> None:
    born = asking(Part(key="p", type=PartType.DATE, past=True))
    raw = {"t.q.p.dag": ["3"], "t.q.p.maand": [month], "t.q.p.jaar": ["1980"]}
    assert items(born, raw) == ({"p": date(1980, 4, 3)},)


def test_a_date_that_is_not_whole_says_what_is_missing() -> None:
    born = asking(Part(key="p", type=PartType.DATE))
    outcome = validate_question(born, {"t.q.p.maand": ["4"]}, today=TODAY)
    assert isinstance(outcome, Problems)
    (problem,) = outcome.problems
    assert (problem.code, problem.params) == ("date_incomplete", {"missing": "dag, jaar"})


@pytest.mark.parametrize(
    ("key", "typed", "code"),
    [
        ("dag", "drie", "date_day"),
        ("maand", "aprl", "date_month"),
        ("jaar", "tachtig", "date_year"),
    ],
)
def test_letters_in_a_date_say_which_input_is_wrong(key: str, typed: str, code: str) -> None:
    born = asking(Part(key="p", type=PartType.DATE))
    raw = {"t.q.p.dag": ["3"], "t.q.p.maand": ["april"], "t.q.p.jaar": ["1980"]}
    outcome = validate_question(born, {**raw, f"t.q.p.{key}": [typed]}, today=TODAY)
    assert isinstance(outcome, Problems)
    (problem,) = outcome.problems
    assert (problem.code, problem.params) == (code, {"missing": key})


def test_dates_that_must_lie_behind_or_before_us() -> None:
    past = Part(key="p", type=PartType.DATE, past=True)
    future = Part(key="p", type=PartType.DATE, future=True)
    assert value(past, "21-11-2026") == value(future, "21-11-2026") == TODAY
    assert code(past, "22-11-2026") == "date_in_future"
    assert code(future, "20-11-2026") == "date_in_past"


def test_a_list_of_items() -> None:
    raw = {
        "p.kinderen.0.naam": ["Bo"],
        "p.kinderen.0.geboren": ["3-4-2015"],
        "p.kinderen.2.naam": ["Li"],
        "p.kinderen.2.geboren": ["1-1-2020"],
        "p.kinderen.3.naam": [""],
        "p.kinderen.3.geboren": [" "],
    }
    assert items(question("p.kinderen"), raw) == (
        {"naam": "Bo", "geboren": date(2015, 4, 3)},
        {"naam": "Li", "geboren": date(2020, 1, 1)},
    )


def test_a_list_names_the_item_with_the_problem() -> None:
    raw = {"p.kinderen.0.naam": ["Bo"], "p.kinderen.1.geboren": ["31-2-2015"]}
    assert problems(question("p.kinderen"), raw) == [
        ("p.kinderen.0.geboren", "required"),
        ("p.kinderen.1.naam", "required"),
        ("p.kinderen.1.geboren", "date"),
    ]


def test_an_empty_list_must_be_said() -> None:
    children = question("p.kinderen")
    assert items(children, {"p.kinderen.none": ["on"]}) == ()
    assert problems(children, {}) == [("p.kinderen", "required")]
    four = {f"p.kinderen.{number}.naam": ["Bo"] for number in range(4)}
    assert problems(children, four) == [("p.kinderen", "too_many")]


def test_confirming_what_a_register_says() -> None:
    def outcome(**given: str) -> Confirmed | list[tuple[str, str]]:
        raw = {f"p.naam.{key}": [text] for key, text in given.items()}
        read = validate_confirmation(raw, prefix="p.naam")
        if isinstance(read, Confirmed):
            return read
        return [(problem.name, problem.code) for problem in read.problems]

    assert outcome(klopt="ja") == Confirmed()
    assert outcome(klopt="ja", correctie="toch niet") == Confirmed()
    assert outcome(klopt="nee", correctie=" Ik heet Janus ") == Confirmed("Ik heet Janus")
    assert outcome(klopt="nee") == [("p.naam.correctie", "correction")]
    assert outcome() == [("p.naam.klopt", "required")]
    assert outcome(klopt="nee", correctie="a" * 1001) == [("p.naam.correctie", "too_long")]
