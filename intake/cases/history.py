"""Adding to a case's history, one event at a time, by the table of `lifecycle`."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from intake.cases.lifecycle import Actor, TransitionRefused, may_follow
from intake.cases.models import Case, StatusEvent
from intake.cases.status import Status
from intake.submissions.locking import locked
from intake.vault.sealing import Opening, Place, Sealed, open_many, seal

NEEDS_TEXT = frozenset({Status.RETURNED, Status.QUESTION})


class CaseNotFound(Exception):
    """No such case, or not this actor's: the two look the same."""


class ReasonMissing(Exception):
    """Returning a case, or asking about it, asks for a text that the resident can read."""


def lock_case(*, case_id: UUID) -> Case:
    """A case for a verb, inside its transaction: one verb at a time adds to its history.

    Raises CaseNotFound.
    """
    cases = locked(Case.objects.select_related("submission__data_key"))
    case = cases.filter(id=case_id).first()
    if case is None:
        raise CaseNotFound(str(case_id))
    return case


def status_at(events: Sequence[StatusEvent], recipient: str) -> Status:
    """Where a case stands at one recipient; what counts for the whole of it counts there too.

    `events`: the case's whole history in order.
    """
    return Status([each.status for each in events if each.recipient in {"", recipient}][-1])


def current_status(case: Case, *, recipient: str) -> Status:
    """The same, read now."""
    return status_at(list(case.events.in_order()), recipient)


def add_event(
    case: Case,
    *,
    status: Status,
    by: Actor,
    recipient: str = "",
    text: str = "",
    idempotency_key: str = "",
    fingerprint: str = "",
    now: datetime,
) -> StatusEvent:
    """Add what happened to a locked case. With a key that was used before: that event, unchanged.

    Without a recipient it counts for the whole case, and must be possible at one of them
    at least. `text` is for the resident and is sealed. Raises TransitionRefused,
    ReasonMissing, CaseNotFound (the recipient does not have this case).
    """
    events = list(case.events.in_order())
    for event in events:
        if idempotency_key and (event.recipient, event.idempotency_key) == (
            recipient,
            idempotency_key,
        ):
            return event
    _demand(case, events, status=status, by=by, recipient=recipient)
    if status in NEEDS_TEXT and not text:
        raise ReasonMissing
    event = StatusEvent(
        case=case,
        number=events[-1].number + 1,
        recipient=recipient,
        status=status,
        at=now,
        idempotency_key=idempotency_key,
        fingerprint=fingerprint,
    )
    event.text = _sealed(case, event, text) if text else None
    event.save(force_insert=True)
    return event


def open_texts(case: Case, *, opening: Opening) -> dict[UUID, str]:
    """The texts of a case's history by event, in one opening. Raises Unsealable."""
    key = case.submission.data_key
    events = [event for event in case.events.all() if event.text is not None]
    if not events:
        return {}
    items = [Sealed(key=key, place=_place(each), value=bytes(each.text or b"")) for each in events]
    texts = open_many(items, opening=opening)
    return {event.id: text.decode() for event, text in zip(events, texts, strict=True)}


def _demand(
    case: Case, events: Sequence[StatusEvent], *, status: Status, by: Actor, recipient: str
) -> None:
    """Refuse what cannot follow at this recipient, or without one, at none of them."""
    keys = [each.recipient for each in case.recipients.all()]
    if recipient and recipient not in keys:
        raise CaseNotFound(str(case.id))
    present = [status_at(events, key) for key in ([recipient] if recipient else keys)]
    if not any(may_follow(current=current, wanted=status, by=by) for current in present):
        raise TransitionRefused(current=status_at(events, recipient), wanted=status)


def _sealed(case: Case, event: StatusEvent, text: str) -> bytes:
    return seal(case.submission.data_key, plaintext=text.encode(), place=_place(event))


def _place(event: StatusEvent) -> Place:
    return Place("cases_statusevent", "text", str(event.id))
