"""A catalogue that somebody uploads: read, checked, and what is wrong with it in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.catalogue.findings import sentence
from cms.catalogue.gate import Refused
from cms.catalogue.importing import check_import
from cms.catalogue.spots import spot
from intake.actions.publish_catalogue import Unsound
from intake.catalogue import files
from intake.questionnaire.authoring.lint import Finding
from intake.questionnaire.authoring.places import place_of
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.plain import dotted

LARGEST: Final = 2 * 1024 * 1024
"""Bytes; the catalogue of fifteen topics is a tenth of that."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Why a file is refused; `line` is None where there is no line to point at."""

    text: str
    line: int | None = None
    where: str = ""


class Unfit(Exception):
    """A file that cannot be imported; `problems` say why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def read_upload(content: bytes, *, now: datetime) -> Catalogue:
    """The catalogue in an upload, when it could be imported now. Raises Unfit."""
    if len(content) > LARGEST:
        raise Unfit([Problem(text=str(TOO_LARGE))])
    try:
        source = files.parsed(content, name="upload")
        catalogue = source.catalogue()
    except files.BadFile as error:
        raise Unfit([_of_file(error)]) from None
    try:
        check_import(catalogue=catalogue, now=now)
    except Unsound as error:
        raise Unfit([*_of_findings(error.findings, catalogue, source)]) from None
    except Refused as error:
        raise Unfit([Problem(text=str(each)) for each in error.told]) from None
    return catalogue


def _of_file(error: files.BadFile) -> Problem:
    if error.spot is None:
        return Problem(line=error.line, text=_in_words(error.problem) or str(NO_YAML))
    text = _in_words(error.problem) or error.problem
    return Problem(line=error.line, where=error.spot, text=text)


def _of_findings(
    findings: Sequence[Finding], catalogue: Catalogue, source: files.Source
) -> Iterator[Problem]:
    for finding in findings:
        place = place_of(catalogue, finding.path)
        where = [place.key, spot(place.within)] if place else [dotted(finding.path)]
        yield Problem(
            line=source.line_of(finding.path),
            where=", ".join(each for each in where if each),
            text=sentence(finding),
        )


def _in_words(problem: str) -> str:
    """What the engine says for who maintains a file, for who uploads one; empty when unknown."""
    for pattern, words in WORDS.items():
        if found := re.fullmatch(pattern, problem, re.DOTALL):
            return str(words) % found.groupdict()
    return ""


TOO_LARGE: Final = _("This file is too large. A catalogue is at most 2 MB.")
NO_YAML: Final = _("This line cannot be read as YAML. Look at the indents and the quotes.")
WORDS: Final[dict[str, Promise]] = {
    "is not UTF-8 text": _("This is not a text file in UTF-8."),
    "holds (characters|values) .*": _("This is not a catalogue file: it holds unreadable signs."),
    "is repeated by an alias.*": _("This stands elsewhere too, by an alias: write it out."),
    'found duplicate key "(?P<key>.*?)".*': _("The name %(key)s stands here twice."),
    "is not a key here; known are (?P<known>.*)": _(
        "This name is not known here. Known are: %(known)s."
    ),
    "(?P<key>[a-z_]+) is missing": _("%(key)s is missing."),
    "must be one of (?P<codes>.*)": _("This must be one of: %(codes)s."),
    "must be text": _("This must be text."),
    "must be true or false": _("This must be true or false."),
    "must be a whole number": _("This must be a whole number."),
    "must be a whole number or an amount.*": _(
        'This must be a whole number, or an amount between quotes such as "12.50".'
    ),
    "must be a date.*": _('This must be a date between quotes, such as "2026-01-31".'),
    "must be a list": _("This must be a list."),
    "must be a mapping.*": _("This must be a list of names with values."),
    "must be (?P<schema>voordeur-catalogue/.*)": _(
        "This is not a catalogue file: its first line must be schema: %(schema)s."
    ),
    "must be all, any, not.*": _("This must be all, any, not, or one question with one operator."),
    "must be text, a whole number.*": _("This must be text, a whole number, or true or false."),
}
"""By what stands in the engine's own words."""
