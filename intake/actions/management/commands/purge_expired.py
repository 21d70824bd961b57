"""`manage.py purge_expired`: run it daily."""

import sys

from django.core.management.base import BaseCommand
from django.utils import timezone
from rich.progress import Progress

from intake.actions.purge_expired import purge_expired
from intake.actions.purge_messages import purge_messages
from intake.submissions.queries import expired_count


class Command(BaseCommand):
    """Deletes drafts and messages whose time is up, in batches."""

    help = (
        "Delete drafts that nobody touched for DRAFT_DAYS days, and the content of messages"
        " that arrived 30 days ago; destroy their data keys."
    )

    def handle(self, *_args: object, **_options: object) -> None:
        """Purge until nothing is left."""
        now = timezone.now()
        purged = 0
        with Progress(disable=not sys.stdout.isatty()) as progress:
            task = progress.add_task("Purging", total=expired_count(now))
            while done := purge_expired(now=now):
                purged += done
                progress.advance(task, done)
        self.stdout.write(f"{purged} drafts purged.")
        messages = 0
        while done := purge_messages(now=now):
            messages += done
        self.stdout.write(f"{messages} messages purged.")
