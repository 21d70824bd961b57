"""Getting at drafts."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from intake.submissions.assurance import Assurance, AssuranceTooLow
from intake.submissions.drafts import (
    DraftNotFound,
    DraftSubmitted,
    draft_of,
    lock_draft,
    lock_open_draft,
    topic_keys,
    touch,
)
from intake.submissions.models import Draft, DraftTopic
from intake.submissions.queries import drafts_of, submission_of_draft
from tests.intake.catalogue.factories import NOON, published
from tests.intake.submissions.factories import draft, resident, submission

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=1)
WayIn = Callable[..., Draft]
WAYS_IN = [draft_of, lock_draft, lock_open_draft]


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_the_owner_gets_in(way_in: WayIn) -> None:
    mine = draft()
    assert way_in(draft_id=mine.id, user_id=mine.owner_id, assurance="email") == mine


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_a_foreign_and_an_unknown_draft_look_the_same(way_in: WayIn) -> None:
    for draft_id in (draft().id, uuid4()):
        with pytest.raises(DraftNotFound):
            way_in(draft_id=draft_id, user_id=resident().pk, assurance="substantieel")


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_what_was_entered_with_digid_opens_with_digid_only(way_in: WayIn) -> None:
    mine = draft(assurance=Assurance.SUBSTANTIAL)
    with pytest.raises(AssuranceTooLow):
        way_in(draft_id=mine.id, user_id=mine.owner_id, assurance="email")


def test_a_submitted_draft_is_only_a_stub() -> None:
    mine = draft(submitted_at=NOON)
    owner: dict[str, Any] = {"user_id": mine.owner_id, "assurance": "email"}
    assert draft_of(draft_id=mine.id, **owner).submitted_at == NOON
    with pytest.raises(DraftSubmitted):
        lock_open_draft(draft_id=mine.id, **owner)


def test_touching_raises_the_level_and_never_lowers_it() -> None:
    mine = draft()
    touch(mine, assurance="substantieel", now=LATER, page="naam")
    touch(mine, assurance="email", now=LATER)
    mine.refresh_from_db()
    assert (mine.assurance, mine.last_page) == ("substantieel", "naam")
    assert mine.updated_at == LATER
    assert mine.expires_at == LATER + timedelta(days=30)


def test_my_drafts_are_the_open_ones_that_are_mine_and_not_expired() -> None:
    owner = resident()
    first = draft(owner, release=published())
    DraftTopic.objects.create(draft=first, topic="schuldhulp", chosen_at=NOON)
    DraftTopic.objects.create(draft=first, topic="huishoudelijke-hulp", chosen_at=NOON)
    second = draft(owner, release=first.release, now=LATER, assurance="substantieel")
    draft(owner, release=first.release, submitted_at=NOON)
    draft(owner, release=first.release, now=NOON - timedelta(days=31))
    draft()
    newest, oldest = drafts_of(user_id=owner.pk, assurance="email", now=LATER)
    assert (newest.id, newest.opens) == (second.id, False)
    assert (oldest.id, oldest.opens) == (first.id, True)
    assert [topic.key for topic in oldest.topics] == ["huishoudelijke-hulp", "schuldhulp"]
    assert topic_keys(first) == {"huishoudelijke-hulp", "schuldhulp"}


def test_the_submission_of_a_draft_is_its_owners_at_the_right_level() -> None:
    mine = submission()
    found: dict[str, Any] = {"draft_id": mine.draft_id, "assurance": "substantieel"}
    assert submission_of_draft(user_id=mine.owner_id, **found) == mine
    assert submission_of_draft(user_id=resident().pk, **found) is None
    with pytest.raises(AssuranceTooLow):
        submission_of_draft(draft_id=mine.draft_id, user_id=mine.owner_id, assurance="email")
