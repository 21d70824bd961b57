"""What differs between two catalogues, as who manages them reads it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.catalogue.blocks import choices
from cms.catalogue.models import CatalogueItem, Element, Recipient, Regime, TopicIntake
from cms.catalogue.spots import LABELS
from intake.questionnaire.authoring.comparison import Change, What, compare
from intake.questionnaire.authoring.places import RecordKind
from intake.questionnaire.definition import Catalogue

KINDS: Final[dict[RecordKind, type[CatalogueItem]]] = {
    RecordKind.ELEMENT: Element,
    RecordKind.TOPIC: TopicIntake,
    RecordKind.RECIPIENT: Recipient,
    RecordKind.REGIME: Regime,
}
WHAT: Final[dict[What, Promise]] = {
    What.ADDED: _("New"),
    What.REMOVED: _("Gone"),
    What.CHANGED: _("Changed"),
    What.MOVED: _("Moved"),
}
CODES: Final = {
    "type": choices.PART_TYPES,
    "section": choices.SECTIONS,
    "scope": choices.SCOPES,
    "sensitivity": choices.SENSITIVITIES,
    "reuse": choices.REUSES,
    "kind": choices.KINDS,
    "role": choices.ROLES,
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One thing that differs; `before` and `after` are empty for nothing."""

    what: Promise | str
    where: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """One question, topic, recipient or law, and what differs in it.

    `has_draft`: somebody wrote in it what is not live, and an import would replace that.
    """

    kind: str
    name: str
    key: str
    rows: Sequence[Row]
    has_draft: bool


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Everything that differs, and how many records came, went, moved or changed."""

    sections: Sequence[Section]
    added: int
    removed: int
    changed: int

    @property
    def drafts(self) -> Sequence[str]:
        """What somebody is working on, by name."""
        return [section.name for section in self.sections if section.has_draft]


def difference(before: Catalogue, after: Catalogue) -> Difference:
    """What differs, record by record."""
    changes = compare(before, after)
    whole = [each.what for each in changes if not each.field]
    touched = {(each.kind, each.key) for each in changes}
    added, removed = whole.count(What.ADDED), whole.count(What.REMOVED)
    return Difference(
        sections=[*_sections(changes)],
        added=added,
        removed=removed,
        changed=len(touched) - added - removed,
    )


def _sections(changes: Sequence[Change]) -> Iterator[Section]:
    drafts = {kind: _drafts(model) for kind, model in KINDS.items()}
    for (kind, key), group in groupby(changes, lambda each: (each.kind, each.key)):
        found = [*group]
        yield Section(
            kind=str(KINDS[kind]._meta.verbose_name),
            name=found[0].name,
            key=key,
            rows=[_row(each) for each in found],
            has_draft=key in drafts[kind],
        )


def _drafts(model: type[CatalogueItem]) -> frozenset[str]:
    drafts = model._default_manager.filter(has_unpublished_changes=True)
    return frozenset(drafts.values_list("key", flat=True))


def _row(change: Change) -> Row:
    return Row(
        what=WHAT[change.what],
        where=", ".join(_steps(change)),
        before=_said(change.field, change.before),
        after=_said(change.field, change.after),
    )


def _steps(change: Change) -> Iterator[str]:
    """The label of the field, as the form has it, and the names of what it is in."""
    yield from change.inside
    if change.field:
        yield _label(change)


def _label(change: Change) -> str:
    fields = {each.name: each for each in KINDS[change.kind]._meta.get_fields()}
    if not change.inside and change.field in fields:
        return str(getattr(fields[change.field], "verbose_name", change.field))
    return str(LABELS.get(change.field, change.field))


def _said(field: str, text: str) -> str:
    """A code in words."""
    words = dict(CODES.get(field, ()))
    return str(words.get(text, text))
