"""`manage.py catalogue_messages`: the catalogue's texts, for translators."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand

from intake.catalogue import files, translations
from intake.catalogue.starter import STARTER

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
OPTIONAL = "optional: own question of a topic that is not promised yet"


class Command(BaseCommand):
    """Prints gettext's template: every Dutch text for residents, once, with where it stands."""

    help = "Print the texts of a catalogue file as a gettext template (POT)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file; without one, the catalogue this product comes with."""
        parser.add_argument("file", nargs="?", type=Path, default=STARTER)

    def handle(self, *, file: Path, **_options: Any) -> None:  # noqa: ANN401 (Django's signature)
        """Promised texts first, so that a translator knows where to stop."""
        catalogue = files.read(file)
        promised = _places(translations.promised(catalogue))
        rest = _places(translations.optional(catalogue))
        self.stdout.write(HEADER)
        for dutch, keys in promised.items():
            self.stdout.write(_entry(dutch, [", ".join(keys)]))
        for dutch, keys in rest.items():
            if dutch not in promised:
                self.stdout.write(_entry(dutch, [", ".join(keys), OPTIONAL]))


def _places(texts: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Per Dutch text the keys it belongs to."""
    places: dict[str, list[str]] = {}
    for key, dutch in texts:
        places.setdefault(dutch, [])
        if key not in places[dutch]:
            places[dutch].append(key)
    return places


def _entry(dutch: str, comments: Iterable[str]) -> str:
    lines = "".join(f"#. {comment}\n" for comment in comments)
    return f'{lines}msgid {_quoted(dutch)}\nmsgstr ""\n'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
