"""What a draft and a submission hold, sealed: answers to bytes and back."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime

from intake.questionnaire import codec
from intake.questionnaire.answers import Answer, AnswerKey, Answers
from intake.submissions.models import Draft, DraftAnswer, DraftTopic, Submission
from intake.vault.sealing import Opening, Place, Sealed, open_many, open_sealed, seal


def load_answers(draft: Draft, *, opening: Opening) -> Answers:
    """Everything answered in a draft: one query and one opening. Raises Unsealable."""
    rows = list(DraftAnswer.objects.filter(draft=draft))
    if not rows:
        return Answers()
    opened = open_many(
        [
            Sealed(key=draft.data_key, place=_answer_place(draft, row.key), value=bytes(row.sealed))
            for row in rows
        ],
        opening=opening,
    )
    return Answers(
        {
            AnswerKey.parse(row.key): codec.answer_from_data(json.loads(plaintext))
            for row, plaintext in zip(rows, opened, strict=True)
        }
    )


def answered_keys(draft: Draft) -> Collection[str]:
    """Which answers a draft has, without opening them."""
    return frozenset(DraftAnswer.objects.filter(draft=draft).values_list("key", flat=True))


def store_answers(
    draft: Draft, *, answers: Mapping[AnswerKey, Answer], now: datetime, replace: bool = True
) -> None:
    """Write answers in one query, each in its own row; with `replace` off, the first one stays."""
    rows = [_row(draft, key, answer, now) for key, answer in answers.items()]
    if replace:
        DraftAnswer.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["draft", "key"],
            update_fields=["sealed", "saved_at"],
        )
    else:
        DraftAnswer.objects.bulk_create(rows, ignore_conflicts=True)


def remove_answers(draft: Draft, *, keys: Collection[str]) -> None:
    """Take answers out; one that is not there is no error."""
    if keys:
        DraftAnswer.objects.filter(draft=draft, key__in=keys).delete()


def empty_draft(draft: Draft, *, now: datetime) -> None:
    """Mark a draft as submitted and leave nothing of what was answered in it."""
    DraftAnswer.objects.filter(draft=draft).delete()
    DraftTopic.objects.filter(draft=draft).delete()
    draft.submitted_at = now
    draft.updated_at = now
    draft.save(update_fields=["submitted_at", "updated_at"])


def seal_frozen(submission: Submission, *, answers: Answers) -> None:
    """Put the answers into a submission that is not stored yet, sealed for its own row."""
    plaintext = codec.canonical(codec.answers_to_data(answers))
    place = _frozen_place(submission)
    submission.answers = seal(submission.data_key, plaintext=plaintext, place=place)


def frozen_answers(submission: Submission, *, opening: Opening) -> Answers:
    """What was submitted, exactly. Raises Unsealable."""
    plaintext = open_sealed(
        submission.data_key,
        sealed=bytes(submission.answers),
        place=_frozen_place(submission),
        opening=opening,
    )
    return codec.answers_from_data(json.loads(plaintext))


def _row(draft: Draft, key: AnswerKey, answer: Answer, now: datetime) -> DraftAnswer:
    sealed = seal(
        draft.data_key,
        plaintext=codec.canonical(codec.answer_to_data(answer)),
        place=_answer_place(draft, str(key)),
    )
    return DraftAnswer(draft=draft, key=str(key), sealed=sealed, saved_at=now)


def _answer_place(draft: Draft, key: str) -> Place:
    """An answer is bound to its draft and question, so that a second save keeps its row."""
    return Place("submissions_draftanswer", "sealed", f"{draft.id}/{key}")


def _frozen_place(submission: Submission) -> Place:
    return Place("submissions_submission", "answers", str(submission.id))
