"""What must hold of every catalogue and all answers."""

import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.questionnaire.answers import Answers
from intake.questionnaire.authoring.lint import errors
from intake.questionnaire.codec import (
    answers_from_data,
    answers_to_data,
    catalogue_from_data,
    catalogue_to_data,
    digest,
)
from intake.questionnaire.codes import About, PartType, Scope, Sensitivity
from intake.questionnaire.compose import compose
from intake.questionnaire.definition import Catalogue, Recipient, Topic
from intake.questionnaire.diff import rebase
from intake.questionnaire.navigation import next_page, tasks
from intake.questionnaire.plain import Data
from intake.questionnaire.projection import ProjectedAnswer, project
from intake.questionnaire.questions import Questionnaire
from intake.questionnaire.routing import follow
from intake.questionnaire.summary import summarise
from tests.intake.questionnaire.strategies import TODAY, TOPICS, catalogues, intakes

Intake = tuple[Catalogue, Questionnaire, Answers]
thorough = settings(max_examples=100, deadline=None)


def _projections(
    questionnaire: Questionnaire, answers: Answers
) -> dict[tuple[str, str], tuple[ProjectedAnswer, ...]]:
    """Everything that would leave: per topic and recipient."""
    route = follow(questionnaire, answers, today=TODAY)
    return {
        (topic.key, recipient.key): project(route, topic=topic.key, recipient=recipient.key)
        for topic in questionnaire.topics
        for recipient in route.recipients(topic.key)
    }


def _topic(catalogue: Catalogue, key: str) -> Topic:
    return next(topic for topic in catalogue.topics if topic.key == key)


def _recipient(catalogue: Catalogue, key: str) -> Recipient:
    return next(recipient for recipient in catalogue.recipients if recipient.key == key)


def _allowed(catalogue: Catalogue, topic: Topic, recipient: Recipient) -> set[tuple[str, About]]:
    """What the contract lets this recipient have of this topic, written out on its own."""
    shared = {*topic.always, *topic.conditional}
    if recipient.only:
        shared &= set(recipient.only)
    allowed = {(key, topic.about.get(key, About.SELF)) for key in shared}
    if recipient.own_questions:
        allowed |= {(question.key, About.SELF) for question in topic.questions}
    if recipient.bsn:
        return allowed
    everything = [*catalogue.elements, *topic.questions]
    numbers = {each.key for each in everything if each.sensitivity is Sensitivity.NATIONAL_ID}
    return {(key, about) for key, about in allowed if key not in numbers}


@thorough
@given(catalogues())
def test_random_catalogues_fit_together(catalogue: Catalogue) -> None:
    assert [str(finding) for finding in errors(catalogue)] == []


@thorough
@given(intakes())
def test_computing_changes_nothing(intake: Intake) -> None:
    catalogue, questionnaire, answers = intake
    before = json.dumps([catalogue_to_data(catalogue), answers_to_data(answers)])
    route = follow(questionnaire, answers, today=TODAY)
    for question in questionnaire.questions:
        route.is_answered(question)
        route.recipients_of(question)
    tasks(route)
    next_page(route)
    summarise(route)
    _projections(questionnaire, answers)
    rebase(questionnaire, questionnaire, answers, today=TODAY)
    assert json.dumps([catalogue_to_data(catalogue), answers_to_data(answers)]) == before
    assert questionnaire == compose(catalogue, TOPICS)


@thorough
@given(intakes())
def test_what_is_off_the_path_is_never_projected(intake: Intake) -> None:
    _, questionnaire, answers = intake
    route = follow(questionnaire, answers, today=TODAY)
    for (topic, _), projected in _projections(questionnaire, answers).items():
        needed = {
            (each.element.key, each.about)
            for each in route.questions
            if topic in route.needed_by(each)
        }
        assert {(each.element, each.about) for each in projected} <= needed


@thorough
@given(intakes())
def test_a_recipient_gets_only_what_it_may_have(intake: Intake) -> None:
    catalogue, questionnaire, answers = intake
    for (topic_key, key), projected in _projections(questionnaire, answers).items():
        topic, recipient = _topic(catalogue, topic_key), _recipient(catalogue, key)
        sent = {(each.element, each.about) for each in projected}
        assert sent <= _allowed(catalogue, topic, recipient)


@thorough
@given(intakes())
def test_a_bsn_goes_only_to_who_may_have_it(intake: Intake) -> None:
    catalogue, questionnaire, answers = intake
    for (_, key), projected in _projections(questionnaire, answers).items():
        if not _recipient(catalogue, key).bsn:
            said = json.dumps([[each.value, each.display, each.correction] for each in projected])
            digits = re.sub("[ .-]", "", said)
            assert not any(number in digits for number in ("111222333", "123456782", "010464554"))


@thorough
@given(intakes())
def test_all_a_recipient_may_have_and_was_told_is_sent(intake: Intake) -> None:
    catalogue, questionnaire, answers = intake
    route = follow(questionnaire, answers, today=TODAY)
    for (topic_key, key), projected in _projections(questionnaire, answers).items():
        allowed = _allowed(catalogue, _topic(catalogue, topic_key), _recipient(catalogue, key))
        sent = {(each.element, each.about) for each in projected}
        for question in route.questions:
            told = any(
                answers[each].counts and each.recipient in {"", key}
                for each in route.keys_of(question)
                if each in answers
            )
            only_number = {part.type for part in question.element.parts} == {PartType.BSN}
            identity = (question.element.key, question.about)
            due = told and identity in allowed and topic_key in route.needed_by(question)
            assert due == (identity in sent) or only_number


@thorough
@given(intakes())
def test_only_the_own_part_of_what_is_told_per_recipient(intake: Intake) -> None:
    _, questionnaire, answers = intake
    scopes = {question.element.key: question.element.scope for question in questionnaire.questions}
    for (topic, key), projected in _projections(questionnaire, answers).items():
        kept = {
            each: answer
            for each, answer in answers.items()
            if scopes[each.question.element] is Scope.INTAKE or each.recipient == key
        }
        route = follow(questionnaire, answers, today=TODAY)
        alone = follow(questionnaire, Answers(kept), today=TODAY)
        if alone.needed == route.needed and alone.recipients(topic) == route.recipients(topic):
            assert projected == project(alone, topic=topic, recipient=key)


@thorough
@given(intakes())
def test_a_topic_never_depends_on_the_others(intake: Intake) -> None:
    catalogue, questionnaire, answers = intake
    together = _projections(questionnaire, answers)
    apart: dict[tuple[str, str], tuple[ProjectedAnswer, ...]] = {}
    for topic in TOPICS:
        apart |= _projections(compose(catalogue, [topic]), answers)
    assert together == apart


@thorough
@given(intakes())
def test_answers_off_the_path_count_for_nothing(intake: Intake) -> None:
    _, questionnaire, answers = intake
    route = follow(questionnaire, answers, today=TODAY)
    on_path = Answers({key: answers[key] for key in answers if key.question in route.needed})
    again = follow(questionnaire, on_path, today=TODAY)
    assert (again.needed, again.facts) == (route.needed, route.facts)


@thorough
@given(catalogues(), st.permutations(TOPICS), st.sets(st.sampled_from(TOPICS)))
def test_the_order_of_choosing_does_not_matter(
    catalogue: Catalogue, order: list[str], chosen: set[str]
) -> None:
    in_that_order = [topic for topic in order if topic in chosen]
    assert compose(catalogue, in_that_order) == compose(catalogue, sorted(chosen))


@thorough
@given(catalogues(), st.sets(st.sampled_from(TOPICS), min_size=1))
def test_each_question_stands_once_and_is_needed(catalogue: Catalogue, chosen: set[str]) -> None:
    questionnaire = compose(catalogue, chosen)
    keys = [question.key for question in questionnaire.questions]
    assert len(keys) == len(set(keys))
    assert all({need.topic for need in each.needs} <= chosen for each in questionnaire.questions)
    assert all(each.needs for each in questionnaire.questions)


@thorough
@given(intakes())
def test_data_there_and_back_is_the_same(intake: Intake) -> None:
    catalogue, _, answers = intake
    catalogue_data: Data = json.loads(json.dumps(catalogue_to_data(catalogue)))
    answers_data: Data = json.loads(json.dumps(answers_to_data(answers)))
    assert catalogue_from_data(catalogue_data) == catalogue
    assert answers_from_data(answers_data) == answers
    assert digest(catalogue_data) == digest(catalogue_to_data(catalogue))


@thorough
@given(intakes())
def test_what_was_told_stays_secret_in_a_traceback(intake: Intake) -> None:
    _, questionnaire, answers = intake
    texts = [
        repr(each)
        for each in (
            answers,
            *_projections(questionnaire, answers).values(),
            follow(questionnaire, answers, today=TODAY),
            summarise(follow(questionnaire, answers, today=TODAY)),
        )
    ]
    assert not any("111222333" in text or "NL91" in text for text in texts)
