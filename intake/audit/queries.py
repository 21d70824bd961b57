"""Reading the audit trail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from intake.audit.models import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the trail."""

    at: datetime
    actor: str
    action: str
    purpose: str


def trail_of(subject: str) -> Sequence[Entry]:
    """Who read or changed one intake or case, the oldest first."""
    return [
        Entry(at=row.at, actor=row.actor, action=row.action, purpose=row.purpose)
        for row in Record.objects.about(subject)
    ]
