"""Drafts whose time is up go, with their keys; nothing else does."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from intake.actions.purge_expired import purge_expired
from intake.actions.submit_intake import submit_intake
from intake.audit.queries import trail_of
from intake.submissions.contents import frozen_answers
from intake.submissions.models import Draft, DraftAnswer, DraftTopic
from intake.vault.sealing import Opening
from tests.intake.actions.factories import DIGID, answers_in, filled, live_catalogue, started
from tests.intake.catalogue.factories import NOON

pytestmark = pytest.mark.django_db
EXPIRY = NOON + timedelta(days=30)
OPENING = Opening(actor="system:test", purpose="test", subject="submission:1", at=NOON)


def test_a_draft_goes_on_its_day_and_not_before() -> None:
    live_catalogue()
    draft = filled("schuldhulp")
    assert purge_expired(now=EXPIRY - timedelta(seconds=1)) == 0
    assert answers_in(draft)
    assert purge_expired(now=EXPIRY) == 1
    assert not Draft.objects.exists()
    assert not DraftAnswer.objects.exists()
    assert not DraftTopic.objects.exists()
    assert trail_of(f"draft:{draft.id}")[-1].action == "purged"


def test_its_data_key_is_destroyed_so_that_a_backup_is_unreadable() -> None:
    live_catalogue()
    draft = filled("schuldhulp")
    purge_expired(now=EXPIRY)
    draft.data_key.refresh_from_db()
    assert (draft.data_key.wrapped, draft.data_key.destroyed_at) == (None, EXPIRY)


def test_a_draft_that_was_touched_and_a_submission_stay() -> None:
    live_catalogue()
    touched = filled("schuldhulp", now=NOON + timedelta(days=1))
    draft = filled("schuldhulp")
    submission = submit_intake(draft_id=draft.id, user_id=draft.owner_id, assurance=DIGID, now=NOON)
    assert purge_expired(now=EXPIRY) == 0
    assert answers_in(touched)
    submission.refresh_from_db()
    assert frozen_answers(submission, opening=OPENING)


def test_it_goes_in_batches() -> None:
    live_catalogue()
    for _ in range(3):
        started("schuldhulp")
    assert [purge_expired(now=EXPIRY, limit=2) for _ in range(3)] == [2, 1, 0]


def test_the_command_purges_all_and_says_how_many() -> None:
    live_catalogue()
    long_ago = timezone.now() - timedelta(days=31)
    kept = started("schuldhulp", now=timezone.now())
    for _ in range(2):
        started("schuldhulp", now=long_ago)
    call_command("purge_expired", stdout=(out := StringIO()))
    assert out.getvalue() == "2 drafts purged.\n0 messages purged.\n"
    assert Draft.objects.get() == kept
