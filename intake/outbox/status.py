"""The outbox in numbers, and the proof that no case is missing from it."""

from datetime import datetime

from django.db.models import Count, F, Min, Value

from intake.cases.models import CaseRecipient
from intake.outbox.models import OutboxDelivery
from intake.outbox.states import State

ACCEPTED = "accepted"


def status(*, now: datetime) -> dict[str, int]:
    """Deliveries to recipients by state, as `outbox_status --json` prints them.

    `accepted` is counted from the cases; `unaccounted`, the difference, must be 0.
    """
    counted = _counted()
    accepted = counted.get(ACCEPTED, 0)
    states = {state.value: counted.get(state.value, 0) for state in State}
    return {
        ACCEPTED: accepted,
        **states,
        "unaccounted": accepted - sum(states.values()),
        "oldest_pending_seconds": _oldest_pending_seconds(now),
    }


def _counted() -> dict[str, int]:
    """Cases and deliveries of one moment: one statement, or a submit in between is an alarm."""
    cases = CaseRecipient.objects.order_by().annotate(what=Value(ACCEPTED))
    deliveries = OutboxDelivery.objects.to_partners().order_by().annotate(what=F("state"))
    by_what = [rows.values("what").annotate(number=Count("id")) for rows in (cases, deliveries)]
    return dict(by_what[0].union(by_what[1], all=True).values_list("what", "number"))


def _oldest_pending_seconds(now: datetime) -> int:
    pending = OutboxDelivery.objects.to_partners().in_state(State.PENDING)
    oldest = pending.aggregate(oldest=Min("event__occurred_at"))["oldest"]
    return max(0, int((now - oldest).total_seconds())) if oldest else 0
