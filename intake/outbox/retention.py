"""Deleting what every recipient has had for long enough.

A delivery's clock starts at its receipt, never before (a constraint sees to it). The
rows stay as the proof that it was sent and arrived; what was in it is gone.
"""

from datetime import datetime

from django.db.models import Exists, OuterRef

from intake.outbox.models import OutboxDelivery, OutboxEvent, OutboxSealed
from intake.vault.keys import destroy_data_keys


def purge_payloads(*, limit: int, now: datetime) -> int:
    """Delete up to `limit` payloads and their wire bodies; how many, 0 when done.

    Destroying the data key makes copies of the rows (backups) unreadable too. Call
    inside a transaction.
    """
    unfinished = OutboxDelivery.objects.filter(event=OuterRef("pk")).exclude(purge_at__lte=now)
    events = OutboxEvent.objects.filter(payload__isnull=False).exclude(Exists(unfinished))
    due = dict(events.order_by("id").values_list("id", "data_key_id")[:limit])
    destroy_data_keys([key for key in due.values() if key], now=now)
    OutboxEvent.objects.filter(id__in=due).update(payload=None)
    OutboxSealed.objects.filter(delivery__event__in=due).update(body=b"")
    return len(due)
