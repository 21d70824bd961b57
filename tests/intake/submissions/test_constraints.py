"""What the database refuses of drafts and submissions."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError

from intake.submissions.models import DraftAnswer, DraftTopic
from tests.intake.catalogue.factories import NOON
from tests.intake.submissions.factories import draft, submission

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "nonsense", [{"assurance": "none"}, {"expires_at": NOON}], ids=["level", "expires at once"]
)
def test_a_draft(nonsense: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        draft(**nonsense)


def test_two_drafts_never_share_a_data_key() -> None:
    with pytest.raises(IntegrityError):
        draft(data_key=draft().data_key)


@pytest.mark.parametrize("topic", ["", "schuldhulp"], ids=["no topic", "a topic twice"])
def test_a_topic_of_a_draft(topic: str) -> None:
    chosen = DraftTopic.objects.create(draft=draft(), topic="schuldhulp", chosen_at=NOON)
    with pytest.raises(IntegrityError):
        DraftTopic.objects.create(draft=chosen.draft, topic=topic, chosen_at=NOON)


@pytest.mark.parametrize("key", ["", "p.naam"], ids=["no key", "a key twice"])
def test_an_answer_of_a_draft(key: str) -> None:
    given = DraftAnswer.objects.create(draft=draft(), key="p.naam", sealed=b"x", saved_at=NOON)
    with pytest.raises(IntegrityError):
        DraftAnswer.objects.create(draft=given.draft, key=key, sealed=b"x", saved_at=NOON)


@pytest.mark.parametrize(
    "nonsense",
    [{"assurance": "email"}, {"role": "buurman"}, {"reference": "12"}],
    ids=["level", "role", "reference"],
)
def test_a_submission(nonsense: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        submission(**nonsense)


@pytest.mark.parametrize("column", ["draft_id", "reference", "data_key"])
def test_two_submissions_never_share_a_draft_a_reference_or_a_key(column: str) -> None:
    first = submission(draft_id=uuid4())
    with pytest.raises(IntegrityError):
        submission(**{column: getattr(first, column)})
