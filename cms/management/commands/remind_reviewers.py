"""`manage.py remind_reviewers`: mails who should read pages again; run it every day."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from cms.reviews import remind


class Command(BaseCommand):
    """Mails once about each page on its day; the mail says that there is something to read."""

    help = "Mail colleagues that there are pages to read again, once for each page and day."

    def handle(self, **_options: object) -> None:
        """Mail, and say for how many pages."""
        self.stdout.write(f"{remind(now=timezone.now())} pages to read again")
