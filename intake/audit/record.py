"""Adding to the audit trail."""

from datetime import datetime

from intake.audit.models import Record


def record(*, actor: str, action: str, subject: str, purpose: str, now: datetime) -> None:
    """Add one row. `actor` and `subject` are "<kind>:<id>"; nothing here is sensitive itself."""
    Record.objects.create(actor=actor, action=action, subject=subject, purpose=purpose, at=now)
