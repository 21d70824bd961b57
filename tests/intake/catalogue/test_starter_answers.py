"""The starter catalogue answered at random: every topic ends, every follow-up can be reached."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.questionnaire.answers import UNKNOWN, Answer, AnswerKey, Answers, Item, Value
from intake.questionnaire.codes import About, PartType
from intake.questionnaire.compose import compose
from intake.questionnaire.conditions import part_applies
from intake.questionnaire.definition import Part
from intake.questionnaire.entry import shown_item
from intake.questionnaire.questions import Question, QuestionKey
from intake.questionnaire.routing import RESIDENT, Route, follow
from intake.questionnaire.validation import Valid, validate_item
from tests.filling import VALUES
from tests.intake.catalogue.factories import starter

TODAY = date(2026, 11, 20)
TOPICS = tuple(topic.key for topic in starter().topics)
STEPS = 150
SEEDS = 6


def value_of(part: Part, random: Random) -> Value:
    """Something that this input takes."""
    if part.unknown and random.random() < 0.1:
        return UNKNOWN
    return MAKE[part.type](part, random) if part.type in MAKE else TYPED[part.type]


def some_of(part: Part, random: Random) -> tuple[str, ...]:
    codes = [option.value for option in part.options]
    chosen = random.sample(codes, random.randint(1, min(3, len(codes))))
    return tuple(code for code in codes if code in chosen)


def day_of(part: Part, random: Random) -> date:
    days = random.randrange(1, 20_000)
    return TODAY + timedelta(days=days % 400 if part.future else -days)


TYPED = {**VALUES, PartType.PHONE: "+31612345678"}
MAKE: Mapping[PartType, Callable[[Part, Random], Value]] = {
    PartType.CHOICE: lambda part, random: random.choice([each.value for each in part.options]),
    PartType.CHOICES: some_of,
    PartType.YES_NO: lambda _part, random: random.random() < 0.5,
    PartType.DATE: day_of,
    PartType.NUMBER: lambda part, random: random.randint(
        int(part.minimum or 0), int(part.maximum or 9)
    ),
    PartType.MONEY: lambda _part, random: Decimal(random.randint(100, 300_000)) / 100,
}


def item_of(question: Question, random: Random) -> Item:
    item: dict[str, Value] = {}
    for part in question.element.parts:
        fills = part.required or random.random() < 0.6
        if fills and part_applies(question, part.when, item, today=TODAY):
            item[part.key] = value_of(part, random)
    return item


def answer_of(question: Question, random: Random) -> Answer:
    count = random.randrange(3) if question.element.repeat else 1
    items = tuple(item_of(question, random) for _ in range(count))
    return Answer(items=items, source=RESIDENT, as_of=TODAY)


def walk(topics: tuple[str, ...], random: Random) -> Iterator[tuple[Question, Question, Answer]]:
    """Answer what is asked until nothing is left: (whole question, as asked, answer)."""
    questionnaire = compose(starter(), topics)
    answers = Answers()
    for _step in range(STEPS):
        route = follow(questionnaire, answers, today=TODAY)
        todo = route.unanswered()
        if not todo:
            return
        for key in route.keys_of(todo[0]):
            asked = route.as_asked(todo[0], key)
            given_one = answer_of(asked, random)
            answers = answers.given(key, given_one)
            yield todo[0], asked, given_one
    raise AssertionError(f"{topics} do not end: {todo[0].key}")


@cache
def walks() -> tuple[tuple[Question, Question, Answer], ...]:
    """Every topic a few times."""
    return tuple(
        step for topic in TOPICS for seed in range(SEEDS) for step in walk((topic,), Random(seed))
    )


@settings(max_examples=15, deadline=None)
@given(st.sets(st.sampled_from(TOPICS), min_size=1, max_size=3), st.integers(0, 10_000))
def test_any_topics_can_be_answered_to_the_end(topics: set[str], seed: int) -> None:
    assert list(walk(tuple(sorted(topics)), Random(seed)))


def test_what_was_chosen_reads_back_from_a_form() -> None:
    for _whole, asked, answer in walks():
        for item in answer.items:
            raw = shown_item(asked.element.parts, item, prefix="x")
            assert validate_item(asked, raw, today=TODAY, prefix="x") == Valid((item,))


def test_every_choice_is_offered_to_somebody() -> None:
    every: set[tuple[str, str, str]] = set()
    seen: set[tuple[str, str, str]] = set()
    for whole, asked, _answer in walks():
        for question, found in ((whole, every), (asked, seen)):
            found |= {
                (question.element.key, part.key, option.value)
                for part in question.element.parts
                for option in part.options
            }
    assert every - seen == set()


QUESTIONS = compose(starter(), TOPICS).questions


@pytest.mark.parametrize("question", QUESTIONS, ids=[str(each.key) for each in QUESTIONS])
def test_every_follow_up_can_be_reached(question: Question) -> None:
    random = Random(1)
    reached = {part for _ in range(400) for part in item_of(question, random)}
    assert reached == {part.key for part in question.element.parts}


def answered(topic: str, **parts: object) -> Route:
    """The route of a topic where only urgency was told."""
    questionnaire = compose(starter(), [topic])
    bare = follow(questionnaire, Answers(), today=TODAY)
    [spoed] = [each for each in questionnaire.questions if each.element.key == "x.spoed"]
    told = Answer(items=(parts,), source=RESIDENT, as_of=TODAY)  # type: ignore[arg-type]
    answers = Answers(dict.fromkeys(bare.keys_of(spoed), told))
    return follow(questionnaire, answers, today=TODAY)


SOON = TODAY + timedelta(days=9)


@pytest.mark.parametrize("threat", ["ontruiming", "energie", "zorgverzekering"])
@pytest.mark.parametrize("day", [SOON, UNKNOWN], ids=["day known", "day unknown"])
def test_a_threat_of_debt_law_makes_debt_help_urgent(threat: str, day: Value) -> None:
    route = answered("schuldhulp", soort=threat, datum=day)
    [spoed] = [each for each in route.questions if each.element.key == "x.spoed"]
    assert route.is_answered(spoed)
    assert route.is_urgent("schuldhulp")


@pytest.mark.parametrize("threat", ["ontruiming", "energie", "zorgverzekering"])
def test_the_day_of_a_threat_is_asked(threat: str) -> None:
    route = answered("schuldhulp", soort=threat)
    [spoed] = [each for each in route.questions if each.element.key == "x.spoed"]
    assert not route.is_answered(spoed)


@pytest.mark.parametrize("nothing_yet", ["geen", "contract-stopt", "geen-geld", "anders"])
def test_a_suppliers_warning_alone_is_no_threat_yet(nothing_yet: str) -> None:
    """SZW: an "eindeleveringssignaal" is not yet a threatening situation."""
    assert not answered("schuldhulp", soort=nothing_yet, datum=SOON).is_urgent("schuldhulp")


def test_a_carer_is_asked_about_what_she_gives() -> None:
    labels = {
        each.key.about: [part.label for part in each.element.parts]
        for each in QUESTIONS
        if each.key.element == "z.mantelzorg"
    }
    assert labels[About.SELF][:2] == ["Krijgt u nu mantelzorg?", "Wie helpt u het meest?"]
    assert "Geeft u nu mantelzorg?" in labels[About.SELF_AS_CARER]
    assert "Wie helpt u het meest?" not in labels[About.SELF_AS_CARER]


@pytest.mark.parametrize(
    ("contact", "offered"),
    [
        ({}, {"brief", "gesprek"}),
        ({"email": "a@example.org"}, {"email", "brief", "gesprek"}),
        ({"telefoon": "+31612345678"}, {"brief", "bellen", "bellen-snel", "gesprek"}),
    ],
    ids=["nothing", "e-mail", "telephone"],
)
def test_only_ways_that_can_reach_somebody_are_offered(contact: Item, offered: set[str]) -> None:
    questionnaire = compose(starter(), ["mantelzorgwaardering"])
    told = Answer(items=(contact,), source=RESIDENT, as_of=TODAY)
    route = follow(questionnaire, Answers({AnswerKey.of("p.contact"): told}), today=TODAY)
    question = next(e for e in route.questions if e.key == QuestionKey("p.voorkeur"))
    asked = route.as_asked(question, AnswerKey(question.key))
    assert {option.value for option in asked.element.part("kanaal").options} == offered
