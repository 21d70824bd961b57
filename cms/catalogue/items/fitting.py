"""Whether a record of a catalogue fits into the item that an editor keeps of it."""

from collections.abc import Iterator, Mapping
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.catalogue import conditions
from cms.catalogue.models import CatalogueItem
from intake.questionnaire.authoring.lint import Finding, LintRule
from intake.questionnaire.plain import Data, Path
from intake.questionnaire.records import write_record

CONDITIONS: Final = {"when", "urgent"}
"""The names under which conditions stand."""


def too_deep(record: object, path: Path) -> Iterator[Finding]:
    """Find the conditions that the condition builder cannot show."""
    for where, condition in _conditions(write_record(record), path):
        try:
            conditions.to_stream(condition)
        except conditions.TooDeep:
            problem = _("a condition goes at most two groups deep, without a double not")
            yield Finding(where, LintRule.MALFORMED, {"problem": problem})


def misfits(item: CatalogueItem, path: Path) -> Iterator[Finding]:
    """Find what a form would refuse, such as words that are too long."""
    relations = [each.name for each in item._meta.fields if each.is_relation]
    try:
        item.clean_fields(exclude=relations)
    except ValidationError as error:
        for name, problems in error.message_dict.items():
            yield Finding((*path, name), LintRule.MALFORMED, {"problem": " ".join(problems)})


def _conditions(data: Data, path: Path) -> Iterator[tuple[Path, Data]]:
    match data:
        case Mapping():
            for key, each in data.items():
                if key in CONDITIONS and isinstance(each, Mapping):
                    yield (*path, key), each
                else:
                    yield from _conditions(each, (*path, key))
        case list():
            for number, each in enumerate(data):
                yield from _conditions(each, (*path, number))
