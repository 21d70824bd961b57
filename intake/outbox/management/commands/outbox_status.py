"""`manage.py outbox_status [--json]`: deliveries to recipients by state."""

import json
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from intake.outbox.status import status


class Command(BaseCommand):
    """Prints the numbers; fails when a case is missing from the outbox."""

    help = "Count the deliveries to recipients by state, and check that no case is missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--json."""
        parser.add_argument("--json", action="store_true", help="one JSON object, for machines")

    def handle(self, *_args: object, json: bool, **_options: object) -> None:
        """Print."""
        numbers = status(now=timezone.now())
        self.stdout.write(_as_json(numbers) if json else _as_lines(numbers))
        if numbers["unaccounted"]:
            raise CommandError(f"{numbers['unaccounted']} accepted cases are not in the outbox")


def _as_json(numbers: dict[str, int]) -> str:
    return json.dumps(numbers)


def _as_lines(numbers: dict[str, int]) -> str:
    return "\n".join(f"{name:24}{number}" for name, number in numbers.items())
