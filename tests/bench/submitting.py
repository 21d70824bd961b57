"""Submitting four topics, beside as many one-row commits to the same database."""

import itertools
from collections.abc import Iterator

from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from intake.actions.submit_intake import submit_intake
from intake.submissions.assurance import Assurance
from intake.submissions.models import Draft
from tests import intakes
from tests.bench.measure import Row, against, timed

ROUNDS = 20


def rows() -> Iterator[Row]:
    """One submit, and the number of queries it takes."""
    user = intakes.resident()
    drafts = iter([intakes.filled_draft(user) for _ in range(ROUNDS + 3)])
    mine = timed(lambda: submit(next(drafts)), rounds=ROUNDS)
    with CaptureQueriesContext(connection) as queries:
        submit(next(drafts))
    numbers = itertools.count()
    other = timed(lambda: commit(next(numbers)), rounds=ROUNDS * 5)
    yield against(
        "submit four topics",
        mine,
        yardstick="a one-row commit",
        other=other,
        more={"queries": len(queries)},
    )


def submit(draft: Draft) -> None:
    """What the resident's last button does."""
    submit_intake(
        draft_id=draft.id,
        user_id=draft.owner_id,
        assurance=Assurance.SUBSTANTIAL,
        now=intakes.NOON,
    )


def commit(number: int) -> None:
    """The least a database can do durably."""
    with transaction.atomic(durable=True):
        Session.objects.create(
            session_key=f"bench-{number}", session_data="x", expire_date=intakes.NOON
        )
