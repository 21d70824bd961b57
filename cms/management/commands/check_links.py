"""`manage.py check_links`: asks every site that pages link to; run it every week."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from cms.links import check


class Command(BaseCommand):
    """Keeps which addresses elsewhere do not answer; the admin lists them."""

    help = "Ask every address elsewhere that pages link to whether it is still there."

    def handle(self, **_options: object) -> None:
        """Ask, and say how many failed."""
        self.stdout.write(f"{check(now=timezone.now())} links to elsewhere are broken")
