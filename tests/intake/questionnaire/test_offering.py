"""Choices, examples and labels that fit only some topics, answers or people."""

import copy
from typing import Any

import pytest
from hypothesis import given

from intake.questionnaire.answers import AnswerKey, Answers, Item
from intake.questionnaire.authoring.lint import errors
from intake.questionnaire.codec import catalogue_from_data
from intake.questionnaire.codes import About
from intake.questionnaire.compose import compose
from intake.questionnaire.conditions import told
from intake.questionnaire.definition import Catalogue, Part
from intake.questionnaire.questions import Question, Questionnaire
from intake.questionnaire.routing import RESIDENT, Route, follow
from intake.questionnaire.validation import Problems, Valid, validate_item
from tests.intake.questionnaire.examples import DATA
from tests.intake.questionnaire.examples import told as given_answer
from tests.intake.questionnaire.strategies import TODAY, intakes
from tests.intake.questionnaire.test_properties import thorough

OPTIONS: list[dict[str, Any]] = [
    {"value": "geen", "label": "Nee"},
    {"value": "val", "label": "Ik ben gevallen", "topics": ["hulp"]},
    {"value": "huur", "label": "Ik moet mijn huis uit", "topics": ["schuld"]},
    {
        "value": "brief",
        "label": "Dat staat in een brief",
        "when": {"element": "p.voorkeur", "part": "kanaal", "is": "brief"},
    },
]
WHAT: dict[str, Any] = {
    "key": "soort",
    "type": "choice",
    "label": "Wat dreigt er?",
    "options": OPTIONS,
    "example": "iets anders",
    "examples": {"hulp": "de trap lukt niet meer"},
}


def data(**changes: Any) -> Any:
    changed: Any = copy.deepcopy(DATA)
    spoed = next(each for each in changed["elements"] if each["key"] == "x.spoed")
    spoed["parts"][0] = {**copy.deepcopy(WHAT), **changes}
    spoed["parts"][1]["when"] = {"element": "x.spoed", "part": "soort", "is_not": "geen"}
    for topic in changed["topics"]:
        topic.pop("urgent", None)
    return changed


def route(topics: list[str], answers: Answers | None = None, **changes: Any) -> Route:
    questionnaire = compose(catalogue_from_data(data(**changes)), topics)
    return follow(questionnaire, answers or Answers(), today=TODAY)


def question(followed: Route, element: str) -> Question:
    return next(each for each in followed.questions if each.element.key == element)


def part(followed: Route, recipient: str) -> Part:
    spoed = question(followed, "x.spoed")
    [key] = [each for each in followed.keys_of(spoed) if each.recipient == recipient]
    return followed.as_asked(spoed, key).element.part("soort")


def values(followed: Route, recipient: str) -> list[str]:
    return [option.value for option in part(followed, recipient).options]


def test_each_recipient_is_told_of_what_fits_its_own_topics() -> None:
    both = route(["hulp", "schuld"])
    assert values(both, "team") == ["geen", "val"]
    assert values(both, "bank") == ["geen", "huur"]


def test_an_example_follows_the_topic() -> None:
    both = route(["hulp", "schuld"])
    assert part(both, "team").example == "de trap lukt niet meer"
    assert part(both, "bank").example == "iets anders"


def test_an_option_waits_for_an_earlier_answer() -> None:
    letter = Answers({AnswerKey.of("p.voorkeur"): given_answer({"kanaal": "brief", "adres": "A"})})
    assert values(route(["hulp"], letter), "team") == ["geen", "val", "brief"]


def test_what_is_not_offered_is_refused_and_no_answer() -> None:
    spoed = AnswerKey.of("x.spoed", recipient="team")
    followed = route(["hulp"], Answers({spoed: given_answer({"soort": "huur", "datum": TODAY})}))
    asked = followed.as_asked(question(followed, "x.spoed"), spoed)
    outcome = validate_item(asked, {"x.soort": ["huur"]}, today=TODAY, prefix="x")
    assert isinstance(outcome, Problems)
    assert not followed.is_answered(question(followed, "x.spoed"))


def test_the_only_thing_to_choose_is_not_asked() -> None:
    followed = route(["hulp"], options=OPTIONS[:1] + OPTIONS[2:3])
    asked = followed.as_asked(
        question(followed, "x.spoed"), AnswerKey.of("x.spoed", recipient="team")
    )
    assert validate_item(asked, {}, today=TODAY, prefix="x") == Valid(({"soort": "geen"},))


def test_a_label_follows_the_person_it_is_about() -> None:
    changed: Any = copy.deepcopy(DATA)
    z = next(each for each in changed["elements"] if each["key"] == "z.beperking")
    z["parts"] = [
        {"key": "a", "type": "text", "label": "Uw", "wording": {"child": "Van uw kind"}},
        {"key": "b", "type": "text", "label": "Alleen zelf", "about": ["self"]},
    ]
    found = {
        each.about: [(part.key, part.label) for part in each.element.parts]
        for each in compose(catalogue_from_data(changed), ["hulp", "jeugd"]).questions
        if each.element.key == "z.beperking"
    }
    assert found[About.SELF] == [("a", "Uw"), ("b", "Alleen zelf")]
    assert found[About.CHILD] == [("a", "Van uw kind")]


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        (
            {"examples": {"jeugd": "x"}},
            "examples: topic Jeugdhulp (jeugd) does not ask this",
        ),
        (
            {"options": [{**OPTIONS[1], "topics": ["weg"]}, OPTIONS[0]]},
            "options[0].topics: topic weg does not ask this",
        ),
        (
            {"options": OPTIONS[1:2]},
            "parts[0].options: nothing is offered for topic Schuldhulp (schuld)",
        ),
        (
            {
                "options": [
                    OPTIONS[0],
                    {**OPTIONS[3], "when": {"element": "x.spoed", "part": "datum", "is": "a"}},
                ]
            },
            "options[1].when: Spoed (x.spoed) is not asked before Spoed (x.spoed)",
        ),
    ],
    ids=["example elsewhere", "unknown topic", "nothing left", "rule on itself"],
)
def test_what_nobody_could_see_is_found(changes: Any, finding: str) -> None:
    found = [str(each) for each in errors(catalogue_from_data(data(**changes)))]
    assert any(each.endswith(finding) for each in found), found


def test_a_list_of_which_a_topic_needs_one_does_not_offer_none() -> None:
    none = Answers({AnswerKey.parse("p.kinderen"): given_answer()})
    changed: Any = copy.deepcopy(DATA)
    schuld = next(each for each in changed["topics"] if each["key"] == "schuld")
    for needs, answered in (([], True), (["p.kinderen"], False)):
        schuld["at_least_one"] = needs
        catalogue = catalogue_from_data(changed)
        followed = follow(compose(catalogue, ["schuld"]), none, today=TODAY)
        children = question(followed, "p.kinderen")
        asked = followed.as_asked(children, AnswerKey.parse("p.kinderen")).element.repeat
        assert asked is not None
        assert bool(asked.none) is answered
        assert followed.is_answered(children) is answered
        assert errors(catalogue) == ()


def test_a_list_that_is_needed_but_nowhere_is_found() -> None:
    changed: Any = copy.deepcopy(DATA)
    changed["topics"][0]["at_least_one"] = ["p.nergens"]
    found = [str(each) for each in errors(catalogue_from_data(changed))]
    assert any("at_least_one[0]" in each for each in found), found


@thorough
@given(intakes())
def test_nothing_counts_as_answered_that_could_not_be_chosen(
    intake: tuple[Catalogue, Questionnaire, Answers],
) -> None:
    _, questionnaire, answers = intake
    followed = follow(questionnaire, answers, today=TODAY)
    for each in followed.questions:
        for key in followed.keys_of(each):
            given_one = followed.answers.get(key)
            if given_one and given_one.source == RESIDENT and followed.has(each, key):
                items = told(each, given_one.items, today=TODAY)
                assert not not_offered(followed.as_asked(each, key), items, whole=each)


@thorough
@given(intakes())
def test_only_choices_are_left_out(intake: tuple[Catalogue, Questionnaire, Answers]) -> None:
    _, questionnaire, answers = intake
    followed = follow(questionnaire, answers, today=TODAY)
    for each in followed.questions:
        for key in followed.keys_of(each):
            asked = followed.as_asked(each, key).element
            assert [part.key for part in asked.parts] == [part.key for part in each.element.parts]
            for before, after in zip(each.element.parts, asked.parts, strict=True):
                assert set(after.options) <= set(before.options)


def not_offered(asked: Question, items: tuple[Item, ...], *, whole: Question) -> set[str]:
    """Codes in these items that the catalogue has, and that were not among the choices."""
    found: set[str] = set()
    for item in items:
        for part, before in zip(asked.element.parts, whole.element.parts, strict=True):
            value = item.get(part.key)
            codes = set(value) if isinstance(value, tuple) else {value}
            left_out = set(before.options) - set(part.options)
            found |= {option.value for option in left_out if option.value in codes}
    return found
