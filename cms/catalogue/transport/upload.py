"""A catalogue that somebody uploads: read, checked, and what is wrong with it in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.translation import gettext_lazy as _

from cms.catalogue.findings import sentence
from cms.catalogue.gate import Refused
from cms.catalogue.importing import check_import
from cms.catalogue.malformed import in_words
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
        return Problem(line=error.line, text=in_words(error.problem) or str(NO_YAML))
    text = in_words(error.problem) or error.problem
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


TOO_LARGE: Final = _("This file is too large. A catalogue is at most 2 MB.")
NO_YAML: Final = _("This line cannot be read as YAML. Look at the indents and the quotes.")
