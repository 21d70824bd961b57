"""`manage.py load_catalogue [FILE]`: import a catalogue from its reviewable file."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.catalogue.gate import Refused
from cms.catalogue.importing import import_catalogue, nothing_imported
from intake.actions.publish_catalogue import Unsound
from intake.catalogue import files
from intake.catalogue.municipality import Municipality
from intake.catalogue.queries import (
    current_release,
    differences,
    latest_release,
    municipality_known,
)
from intake.catalogue.starter import MUNICIPALITY, STARTER


class Command(BaseCommand):
    """Reads, checks and imports; a file that is not right changes nothing."""

    help = (
        "Make the catalogue what a file says, published as a new release, and give every"
        " recipient in it a partner. The same content again changes nothing. Drafts of"
        " residents keep the release they began with."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """FILE, --municipality and --once."""
        parser.add_argument("file", nargs="?", type=Path, default=STARTER, metavar="FILE")
        parser.add_argument(
            "--municipality",
            type=Path,
            metavar="FILE",
            help="the municipality's own data; without it, what was published before stays",
        )
        parser.add_argument(
            "--once",
            action="store_true",
            help="only where there is no catalogue yet: what editors made of it stays",
        )

    def handle(
        self,
        *_args: object,
        file: Path,
        municipality: Path | None,
        once: bool,
        verbosity: int,
        **_options: object,
    ) -> None:
        """Import, and say what changed."""
        if once and not nothing_imported():
            return
        before = latest_release()
        _load(file, municipality)
        release = current_release()
        if verbosity > 0:
            changes = differences(before, release)
            for change in changes:
                self.stdout.write(f"{change.what} {change.kind} {change.key}")
            self.stdout.write(f"Release {release.number}: {len(changes)} definitions changed.")


def _load(file: Path, municipality: Path | None) -> None:
    try:
        source = files.opened(file)
        import_catalogue(
            catalogue=source.catalogue(),
            municipality=_municipality(municipality),
            now=timezone.now(),
            note=file.name,
        )
    except files.BadFile as error:
        raise CommandError(str(error)) from None
    except Unsound as error:
        raise CommandError(_first_of(error, source)) from None
    except Refused as error:
        raise CommandError(f"{file}: {'; '.join(str(each) for each in error.told)}") from None


def _municipality(file: Path | None) -> Municipality | None:
    """What the operator gave; the fictional one only where there is none at all."""
    if file is not None:
        return files.read_municipality(file)
    return None if municipality_known() else files.read_municipality(MUNICIPALITY)


def _first_of(error: Unsound, source: files.Source) -> str:
    """One line: where the first finding stands, and how many follow."""
    first, *others = error.findings
    more = f" (and {len(others)} more)" if others else ""
    return f"{source.name}, line {source.line_of(first.path)}: {first}{more}"
