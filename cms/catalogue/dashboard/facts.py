"""What asks attention in the catalogue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.utils import translation
from wagtail.models import ModelLogEntry, Revision

from cms.catalogue import gate, known, use
from cms.catalogue.findings import Told, tell
from cms.catalogue.live import catalogue as catalogue_with
from cms.catalogue.models import CatalogueItem
from cms.catalogue.reading import define
from intake.catalogue.queries import latest_release, releases
from intake.partners.keys import encryption_keys
from intake.questionnaire.authoring.lint import Finding, LintRule, check
from intake.questionnaire.authoring.places import Place, place_of
from intake.questionnaire.definition import Catalogue, Topic
from intake.questionnaire.plain import Malformed
from intake.submissions.queries import open_by_release

DAY: Final = 24 * 60 * 60
PUBLISHED: Final = "wagtail.publish"
MOMENT: Final = timedelta(minutes=5)
"""Workers look once a minute: what is later than this was held back."""
Said = tuple[Place | None, Finding]


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What lint says of what is live, and what it says of the drafts besides."""

    live: Sequence[Told]
    drafts: Sequence[Told]


@dataclass(frozen=True, kw_only=True)
class Published:
    """The newest release; `person` is empty when it came from a command."""

    number: int
    at: datetime
    note: str
    person: str


@dataclass(frozen=True, kw_only=True)
class InFlight:
    """Open drafts of residents on one release."""

    number: int
    drafts: int
    newest: bool


def findings() -> Findings:
    """From memory until somebody saves or publishes: lint of everything takes half a second."""
    key = f"cms.catalogue.findings.{translation.get_language()}.{known.mark()}"
    found: Findings | None = cache.get(key)
    if found is None:
        found = _findings()
        cache.set(key, found, DAY)
    return found


def live_findings() -> Sequence[Told]:
    """What lint says of what is live."""
    live = known.released()
    return _told(_said_of_release(live), live)


def due(today: date) -> Sequence[CatalogueItem]:
    """The live items that somebody should read again, the longest waiting first."""
    found: list[CatalogueItem] = []
    for kind in CatalogueItem.__subclasses__():
        found += kind._default_manager.filter(live=True, review_on__lte=today)
    return sorted(found, key=lambda item: (item.review_on or today, item.key))


def overdue(*, now: datetime) -> Sequence[tuple[CatalogueItem, Sequence[Told]]]:
    """What a date should have brought or taken, and the gate held back: with its reasons."""
    late = now - MOMENT
    found: list[tuple[CatalogueItem, Sequence[Told]]] = []
    for kind in CatalogueItem.__subclasses__():
        found += [(item, _stops(item)) for item in _planned(kind, late)]
        expired = kind._default_manager.filter(live=True, expire_at__lt=late)
        found += [(item, use.told(item, now=now)) for item in expired]
    return found


def in_flight(*, now: datetime) -> Sequence[InFlight]:
    """Open drafts by release, the newest release first."""
    counts: Mapping[UUID, int] = open_by_release(now=now)
    return [
        InFlight(number=each.number, drafts=counts[each.id], newest=place == 0)
        for place, each in enumerate(releases())
        if each.id in counts
    ]


def last_published() -> Published | None:
    """The newest release, and who published last."""
    newest = next(iter(releases()), None)
    if newest is None:
        return None
    types = ContentType.objects.get_for_models(*CatalogueItem.__subclasses__()).values()
    entries = ModelLogEntry.objects.filter(content_type__in=types, action=PUBLISHED)
    entry = entries.select_related("user").order_by("-timestamp", "-id").first()
    user = entry.user if entry else None
    return Published(
        number=newest.number,
        at=newest.created_at,
        note=newest.note,
        person=(user.get_full_name() or user.get_username()) if user else "",
    )


def unreachable() -> Sequence[Topic]:
    """The topics of which no recipient has a key that a message can be sealed for."""
    catalogue = known.released()
    keyed = encryption_keys([each.key for each in catalogue.recipients])
    reached = {key for each in catalogue.recipients if each.key in keyed for key in each.topics}
    return [topic for topic in catalogue.topics if topic.key not in reached]


def _planned(kind: type[CatalogueItem], late: datetime) -> Sequence[CatalogueItem]:
    """The drafts of a kind that should be live by now."""
    of_kind = ContentType.objects.get_for_model(kind)
    rows = Revision.objects.filter(content_type=of_kind, approved_go_live_at__lt=late)
    return [row.as_object() for row in rows]


def _stops(item: CatalogueItem) -> Sequence[Told]:
    return [each for each in gate.findings_with(item) if each.blocks]


def _findings() -> Findings:
    live = known.released()
    said = _said_of_release(live)
    drafts, unreadable = _drafts()
    drafted = catalogue_with(instead=drafts)
    already = {_place(each) for each in said}
    besides = [each for each in _said(drafted) if _place(each) not in already]
    return Findings(
        live=_told(said, live),
        drafts=[*unreadable, *_told(besides, drafted, drafts)],
    )


def _told(
    said: Sequence[Said], catalogue: Catalogue, drafts: Sequence[CatalogueItem] = ()
) -> Sequence[Told]:
    return tell([finding for _place, finding in said], catalogue, drafts=drafts)


def _drafts() -> tuple[Sequence[CatalogueItem], Sequence[Told]]:
    """The drafts of what has any, and why some of them cannot be read yet."""
    drafts: list[CatalogueItem] = []
    unreadable: list[Told] = []
    for kind in CatalogueItem.__subclasses__():
        rows = kind._default_manager.filter(has_unpublished_changes=True)
        for item in rows.select_related("latest_revision"):
            draft = item.latest_revision.as_object() if item.latest_revision else item
            try:
                define(draft)
            except Malformed as error:
                values = {"problem": error.problem}
                finding = Finding(error.path, LintRule.MALFORMED, values)
                unreadable.append(Told.about(draft, finding))
            else:
                drafts.append(draft)
    return drafts, unreadable


def _said(catalogue: Catalogue) -> Sequence[Said]:
    return [(place_of(catalogue, each.path), each) for each in check(catalogue)]


def _said_of_release(live: Catalogue) -> Sequence[Said]:
    """From memory until somebody publishes: saving a draft changes nothing of it."""
    newest = latest_release()
    key = f"cms.catalogue.said.{newest.number if newest else 0}"
    said: Sequence[Said] | None = cache.get(key)
    if said is None:
        said = _said(live)
        cache.set(key, said, DAY)
    return said


def _place(said: Said) -> tuple[object, ...]:
    """What makes it the same finding in another catalogue."""
    place, finding = said
    return place, finding.rule, tuple(sorted(finding.values.items()))
