"""Delete the content of messages that arrived long enough ago."""

from datetime import datetime

from django.db import transaction

from intake.outbox.retention import purge_payloads

BATCH = 100


@transaction.atomic(durable=True)
def purge_messages(*, now: datetime, limit: int = BATCH) -> int:
    """Delete up to `limit` messages' content; how many, 0 when done."""
    return purge_payloads(limit=limit, now=now)
