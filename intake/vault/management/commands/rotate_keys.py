"""`manage.py rotate_keys`: after a new key was put first in KEYRING."""

import sys

from django.core.management.base import BaseCommand, CommandError
from rich.progress import Progress

from intake.vault.keyring import UnknownKey, WrapBroken
from intake.vault.rotation import rewrap_some, waiting

BATCH = 200


class Command(BaseCommand):
    """Rewraps data keys; may be stopped and started again at any moment."""

    help = (
        "Rewrap every data key with the first key of KEYRING. Put the new key first and leave"
        " the old one in its place until this has finished. May be stopped and run again."
    )

    def handle(self, *_args: object, **_options: object) -> None:
        """Rewrap in batches until none is left."""
        total = waiting()
        with Progress(disable=not sys.stdout.isatty()) as progress:
            task = progress.add_task("Rewrapping", total=total)
            try:
                while done := rewrap_some(limit=BATCH):
                    progress.advance(task, done)
            except UnknownKey as missing:
                raise CommandError(
                    f"KEYRING lacks key {missing}, which {waiting()} data keys still need."
                ) from None
            except WrapBroken as broken:
                raise CommandError(f"Data key {broken} was tampered with.") from None
        self.stdout.write(f"{total} data keys rewrapped.")
