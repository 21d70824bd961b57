"""A partner says how far it is with a case."""

import hashlib
import uuid
from datetime import datetime

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from intake.actions.news import news
from intake.cases.history import add_event, lock_case
from intake.cases.lifecycle import Actor
from intake.cases.models import StatusEvent
from intake.cases.status import Status
from intake.outbox.events import emit

WORTH_A_MAIL = frozenset({Status.QUESTION, Status.RETURNED, Status.DONE})
"""What a resident has to know of without looking for it."""


class KeyReused(Exception):
    """The idempotency key was used for another status or text of this case."""


@transaction.atomic(durable=True)
def record_partner_status(
    *,
    partner: str,
    case_id: uuid.UUID,
    status: Status,
    text: str,
    idempotency_key: str,
    now: datetime,
) -> StatusEvent:
    """Add to the case's history; once per idempotency key, whatever arrives twice.

    `text` is for the resident. Raises CaseNotFound (also when it is not this
    partner's), TransitionRefused, ReasonMissing, KeyReused.
    """
    fingerprint = _fingerprint(status, text)
    case = lock_case(case_id=case_id)
    event = add_event(
        case,
        status=status,
        by=Actor.PARTNER,
        recipient=partner,
        text=text,
        idempotency_key=hashlib.sha256(idempotency_key.encode()).hexdigest(),
        fingerprint=fingerprint,
        now=now,
    )
    if not constant_time_compare(event.fingerprint, fingerprint):
        raise KeyReused
    if status in WORTH_A_MAIL:
        emit(event=news(submission_id=case.submission_id, about=event.id), now=now)
    return event


def _fingerprint(status: Status, text: str) -> str:
    """Tells two messages apart without keeping their words: keyed, so nobody can guess them."""
    return salted_hmac("partner status", f"{status.value} {text}", algorithm="sha256").hexdigest()
