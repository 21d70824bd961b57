"""Delete drafts whose time is up."""

from datetime import datetime

from django.db import transaction

from intake.audit.record import record
from intake.submissions.locking import locked
from intake.submissions.models import Draft, DraftAnswer, DraftTopic
from intake.vault.keys import destroy_data_keys

BATCH = 100


@transaction.atomic(durable=True)
def purge_expired(*, now: datetime, limit: int = BATCH) -> int:
    """Delete up to `limit` drafts that nobody touched for their days; how many, 0 when done.

    The data key is destroyed, so that copies of the rows (backups) are unreadable too.
    A draft that is touched at the same moment stays: its row is locked, then looked at.
    """
    rows = locked(Draft.objects.expired(now)).order_by("expires_at", "id")[:limit]
    drafts = {draft.id: draft for draft in rows}
    destroy_data_keys([draft.data_key_id for draft in drafts.values()], now=now)
    DraftAnswer.objects.filter(draft__in=drafts).delete()
    DraftTopic.objects.filter(draft__in=drafts).delete()
    Draft.objects.filter(id__in=drafts).delete()
    for draft_id in drafts:
        record(
            actor="system:retention",
            action="purged",
            subject=f"draft:{draft_id}",
            purpose="retention",
            now=now,
        )
    return len(drafts)
