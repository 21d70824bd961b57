"""Whole intakes made by the real verbs: a resident, a draft filled in, a submission."""

from collections.abc import Collection
from datetime import UTC, datetime
from functools import cache

from intake.actions.publish_catalogue import publish_catalogue
from intake.actions.save_answers import save_answers
from intake.actions.start_draft import start_draft
from intake.actions.submit_intake import submit_intake
from intake.catalogue import files
from intake.catalogue.municipality import Municipality
from intake.catalogue.queries import questionnaire_of
from intake.catalogue.starter import MUNICIPALITY, STARTER
from intake.outbox.destinations import Parcel
from intake.questionnaire.answers import Answers
from intake.questionnaire.definition import Catalogue
from intake.submissions.assurance import Assurance
from intake.submissions.models import Draft, Submission
from portal.accounts.models import User
from tests.filling import filled

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
FOUR_TOPICS = (
    "huishoudelijke-hulp",
    "bijstandsuitkering",
    "schuldhulp",
    "gehandicaptenparkeerkaart",
)


def published() -> None:
    """Publish the starter catalogue; again, it changes nothing."""
    catalogue, municipality = starter()
    publish_catalogue(catalogue=catalogue, municipality=municipality, now=NOON)


@cache
def starter() -> tuple[Catalogue, Municipality]:
    """The files of the starter catalogue, read once: reading takes most of a second."""
    return files.read(STARTER), files.read_municipality(MUNICIPALITY)


def resident() -> User:
    """Somebody who logs in with DigiD."""
    return User.objects.create_user()


def draft(user: User, topics: Collection[str] = FOUR_TOPICS, *, now: datetime = NOON) -> Draft:
    """An empty draft at DigiD's level."""
    return start_draft(
        user_id=user.pk,
        assurance=Assurance.SUBSTANTIAL,
        topic_keys=topics,
        chosen_at=now,
        now=now,
    )


def answers_for(draft: Draft, topics: Collection[str] = FOUR_TOPICS) -> Answers:
    """Valid answers to everything that a draft asks."""
    return filled(questionnaire_of(draft.release_id, topics), today=NOON.date())


def filled_draft(
    user: User, topics: Collection[str] = FOUR_TOPICS, *, now: datetime = NOON
) -> Draft:
    """A draft that can be submitted."""
    started = draft(user, topics, now=now)
    save_answers(
        draft_id=started.id,
        user_id=user.pk,
        assurance=Assurance.SUBSTANTIAL,
        answers=answers_for(started, topics),
        now=now,
    )
    return started


def submitted(
    user: User, topics: Collection[str] = FOUR_TOPICS, *, now: datetime = NOON
) -> Submission:
    """A submission, with its cases and everything it put in the outbox."""
    return submit_intake(
        draft_id=filled_draft(user, topics, now=now).id,
        user_id=user.pk,
        assurance=Assurance.SUBSTANTIAL,
        now=now,
    )


def parcel(submission: Submission, kind: str) -> Parcel:
    """What the relay hands to the carrier of the receipt or the mail."""
    return Parcel(
        id=submission.id,
        fence=1,
        kind=kind,
        key="",
        attempt=1,
        event_id=submission.id,
        type="nl.voordeur.intake.ontvangen.v1",
        case_id=None,
        submission_id=submission.id,
        occurred_at=NOON,
        due=NOON,
    )
