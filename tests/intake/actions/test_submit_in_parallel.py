"""Twenty times at once: one submission, whatever the database."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from intake.actions.save_answers import save_answers
from intake.actions.submit_intake import submit_intake
from intake.cases.models import Case
from intake.outbox.models import OutboxEvent
from intake.questionnaire.answers import Answer, AnswerKey
from intake.submissions.contents import frozen_answers
from intake.submissions.drafts import DraftSubmitted
from intake.submissions.models import Draft, DraftAnswer, Submission
from intake.vault.sealing import Opening
from tests.intake.actions.factories import DIGID, filled, live_catalogue
from tests.intake.catalogue.factories import NOON

TIMES = 20


def _submit_together(draft: Draft) -> list[UUID]:
    """Submit from as many connections at one moment; what each was told."""
    start = Barrier(TIMES)

    def submit(number: int) -> UUID:
        start.wait()
        try:
            return submit_intake(
                draft_id=draft.id,
                user_id=draft.owner_id,
                assurance=DIGID,
                now=NOON + timedelta(milliseconds=number),
            ).id
        finally:
            connection.close()

    with ThreadPoolExecutor(TIMES) as pool:
        return list(pool.map(submit, range(TIMES)))


def _check_one_submission() -> None:
    live_catalogue()
    told = _submit_together(filled("huishoudelijke-hulp", "schuldhulp"))
    assert set(told) == {Submission.objects.get().id}
    assert Case.objects.count() == 2
    assert OutboxEvent.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_twenty_submits_give_one_submission() -> None:
    _check_one_submission()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_twenty_submits_give_one_submission_by_the_row_lock() -> None:
    _check_one_submission()


@pytest.mark.django_db(transaction=True)
def test_an_answer_saved_at_that_moment_is_in_or_refused_but_never_left_behind() -> None:
    live_catalogue()
    draft = filled("schuldhulp")
    key = AnswerKey.of("p.contact")
    start = Barrier(2)

    def save() -> bool:
        answer = Answer(items=({"email": "laat@example.nl"},), source="inwoner", as_of=NOON.date())
        start.wait()
        try:
            save_answers(
                draft_id=draft.id,
                user_id=draft.owner_id,
                assurance=DIGID,
                answers={key: answer},
                now=NOON,
            )
        except DraftSubmitted:
            return False
        finally:
            connection.close()
        return True

    def submit() -> UUID | None:
        start.wait()
        try:
            return submit_intake(
                draft_id=draft.id, user_id=draft.owner_id, assurance=DIGID, now=NOON
            ).id
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        saved, submitted = pool.submit(save), pool.submit(submit)
        saved_in_time = saved.result()
        submitted.result()
    assert not DraftAnswer.objects.exists()
    opening = Opening(actor="system:test", purpose="test", subject="draft:1", at=NOON)
    frozen = frozen_answers(Submission.objects.select_related("data_key").get(), opening=opening)
    assert (frozen[key].value("email") == "laat@example.nl") is saved_in_time
