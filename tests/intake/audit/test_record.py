"""The trail: complete rows, only ever added, read per subject."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError

from intake.audit.appending import AppendOnly
from intake.audit.models import Record
from intake.audit.queries import trail_of
from intake.audit.record import record

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def _record(subject: str = "draft:1", action: str = "opened", now: datetime = NOON) -> None:
    record(actor="user:1", action=action, subject=subject, purpose="own intake", now=now)


def test_the_trail_of_a_subject_is_read_oldest_first() -> None:
    _record(action="submitted", now=NOON + timedelta(hours=1))
    _record(action="opened")
    _record(subject="draft:2")
    assert [entry.action for entry in trail_of("draft:1")] == ["opened", "submitted"]


@pytest.mark.parametrize("column", ["actor", "action", "subject", "purpose"])
def test_a_row_says_who_what_whom_and_why(column: str) -> None:
    columns = {"actor": "user:1", "action": "a", "subject": "draft:1", "purpose": "p"}
    with pytest.raises(IntegrityError):
        Record.objects.create(at=NOON, **(columns | {column: ""}))


def test_rows_are_neither_changed_nor_removed() -> None:
    _record()
    with pytest.raises(AppendOnly):
        Record.objects.update(actor="user:2")
    with pytest.raises(AppendOnly):
        Record.objects.all().delete()
    assert Record.objects.get().actor == "user:1"
