"""Answers of a draft and of a submission, sealed and opened."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis.extra.django import TestCase
from pytest_django import DjangoAssertNumQueries

from intake.audit.models import Record
from intake.questionnaire.answers import UNKNOWN, Answer, AnswerKey, Answers
from intake.questionnaire.codes import About
from intake.questionnaire.questions import Questionnaire
from intake.submissions.contents import (
    frozen_answers,
    load_answers,
    remove_answers,
    seal_frozen,
    store_answers,
)
from intake.submissions.models import Draft, DraftAnswer
from intake.vault.sealing import Opening, Unsealable
from tests.intake.catalogue.factories import NOON
from tests.intake.questionnaire.strategies import intakes
from tests.intake.submissions.factories import draft, submission

OPENING = Opening(actor="user:1", purpose="own intake", subject="draft:1", at=NOON)
NAME = AnswerKey.of("p.naam")
STORY = AnswerKey.of("x.hulpvraag", About.CHILD, "sociaal-team")

pytestmark = pytest.mark.django_db


def _answer(**parts: Any) -> Answer:
    return Answer(items=(parts,), source="inwoner", as_of=date(2026, 11, 21))


def _load(given_draft: Draft) -> Answers:
    return load_answers(given_draft, opening=OPENING)


def test_answers_come_back_as_they_were() -> None:
    answers = {
        NAME: _answer(voornamen="Wil", punten=3, bedrag=Decimal("12.50"), sinds=date(2020, 2, 29)),
        STORY: _answer(verhaal="Het lukt niet", soort=("a", "b"), weet=UNKNOWN, ja=True),
    }
    store_answers(mine := draft(), answers=answers, now=NOON)
    assert _load(mine) == Answers(answers)


def test_loading_is_one_query_one_opening_one_row(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    mine = draft()
    answers = {AnswerKey.of(f"p.vraag{number}"): _answer(deel="x") for number in range(40)}
    with django_assert_num_queries(1):
        store_answers(mine, answers=answers, now=NOON)
    with django_assert_num_queries(2):
        assert len(_load(mine)) == 40
    assert Record.objects.count() == 1


def test_an_empty_draft_opens_nothing() -> None:
    assert _load(draft()) == Answers()
    assert not Record.objects.exists()


def test_a_second_answer_replaces_the_first_unless_the_first_must_stay() -> None:
    mine = draft()
    store_answers(mine, answers={NAME: _answer(voornamen="Wil")}, now=NOON)
    store_answers(mine, answers={NAME: _answer(voornamen="Wim")}, now=NOON)
    assert _load(mine)[NAME].value("voornamen") == "Wim"
    store_answers(mine, answers={NAME: _answer(voornamen="Jan")}, now=NOON, replace=False)
    assert _load(mine)[NAME].value("voornamen") == "Wim"


def test_removing_takes_only_what_is_named() -> None:
    mine, other = draft(), draft()
    for each in (mine, other):
        store_answers(each, answers={NAME: _answer(a="1"), STORY: _answer(b="2")}, now=NOON)
    remove_answers(mine, keys={str(NAME), "p.nooit"})
    assert set(_load(mine)) == {STORY}
    assert set(_load(other)) == {NAME, STORY}


def test_an_answer_moved_to_another_question_does_not_open() -> None:
    mine = draft()
    store_answers(mine, answers={NAME: _answer(voornamen="Wil")}, now=NOON)
    DraftAnswer.objects.update(key="p.adres")
    with pytest.raises(Unsealable):
        _load(mine)


def test_an_answer_moved_to_another_draft_does_not_open() -> None:
    mine, other = draft(), draft()
    store_answers(mine, answers={NAME: _answer(voornamen="Wil")}, now=NOON)
    DraftAnswer.objects.update(draft=other)
    with pytest.raises(Unsealable):
        _load(other)


def test_frozen_answers_open_for_their_own_submission_only() -> None:
    mine, other = submission(), submission()
    answers = Answers({NAME: _answer(voornamen="Wil")})
    seal_frozen(mine, answers=answers)
    assert frozen_answers(mine, opening=OPENING) == answers
    other.answers = mine.answers
    with pytest.raises(Unsealable):
        frozen_answers(other, opening=OPENING)


class AnyAnswers(TestCase):
    """For any answers to any questionnaire."""

    @given(intakes())
    def test_stored_and_frozen_answers_come_back(
        self, intake: tuple[object, Questionnaire, Answers]
    ) -> None:
        _, _, answers = intake
        store_answers(mine := draft(), answers=answers, now=NOON)
        assert _load(mine) == answers
        seal_frozen(frozen := submission(), answers=answers)
        assert frozen_answers(frozen, opening=OPENING) == answers
