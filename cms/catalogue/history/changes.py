"""What happened to the items of the catalogue, from Wagtail's own log."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.urls import reverse
from wagtail.models import ModelLogEntry, Revision

from cms.catalogue.findings import edit_url
from cms.catalogue.models import CatalogueItem, Element, Recipient, Regime, TopicIntake

KINDS: Final[Sequence[type[CatalogueItem]]] = (Element, TopicIntake, Recipient, Regime)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What to look for; empty is everything. `item`: in its name or key. Days count whole."""

    item: str = ""
    person: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """One line of the history; addresses are empty where there is nothing to open."""

    at: datetime
    person: str
    what: str
    item: str
    kind: str
    why: str
    item_url: str
    compare_url: str


def changes(wanted: Wanted) -> QuerySet[ModelLogEntry]:
    """The entries of the log, the newest first."""
    found = ModelLogEntry.objects.filter(content_type__in=_types().keys())
    if wanted.item:
        found = found.filter(Q(label__icontains=wanted.item) | _with_key(wanted.item))
    if wanted.person:
        found = found.filter(user_id=wanted.person)
    if wanted.since:
        found = found.filter(timestamp__date__gte=wanted.since)
    if wanted.until:
        found = found.filter(timestamp__date__lte=wanted.until)
    newest: QuerySet[ModelLogEntry] = found.order_by("-timestamp", "-id")
    return newest.select_related("revision", "user", "content_type")


def people() -> Sequence[tuple[str, str]]:
    """Everybody in the log, for a list to choose from."""
    entries = ModelLogEntry.objects.filter(content_type__in=_types().keys())
    rows = entries.exclude(user=None).order_by().values_list("user", flat=True).distinct()
    model = ModelLogEntry._meta.get_field("user").related_model
    found = model._default_manager.filter(pk__in=[*rows])
    return sorted(((str(each.pk), _name(each)) for each in found), key=lambda pair: pair[1])


def told(entries: Sequence[ModelLogEntry]) -> Sequence[Told]:
    """One page of them as somebody reads it; a query for each kind of item, one for revisions."""
    items = _items(entries)
    before = _revisions_before(entries)
    return [
        _told(each, items.get((each.content_type_id, each.object_id)), before) for each in entries
    ]


def why(entry: ModelLogEntry) -> str:
    """What a reviewer remarked, else the reason that stands in what was saved."""
    reason = entry.revision.content.get("reason", "") if entry.revision else ""
    return str(entry.comment or reason)


def _told(entry: ModelLogEntry, item: CatalogueItem | None, before: Mapping[int, int]) -> Told:
    revision = entry.revision
    return Told(
        at=entry.timestamp,
        person=_name(entry.user) if entry.user else "",
        what=str(entry.message),
        item=entry.label,
        kind=str(_types()[entry.content_type_id]._meta.verbose_name),
        why=why(entry),
        item_url=edit_url(item) if item else "",
        compare_url=_compare_url(item, revision, before) if item and revision else "",
    )


def _compare_url(item: CatalogueItem, revision: Revision, before: Mapping[int, int]) -> str:
    """Wagtail's own comparison with the revision before; nothing with the first one."""
    if revision.pk not in before:
        return ""
    name = item.snippet_viewset.get_url_name("revisions_compare")
    return reverse(name, args=[item.pk, before[revision.pk], revision.pk])


def _items(entries: Sequence[ModelLogEntry]) -> Mapping[tuple[int, str], CatalogueItem]:
    keys = defaultdict(set)
    for each in entries:
        keys[each.content_type_id].add(each.object_id)
    types = _types()
    return {
        (type_id, str(item.pk)): item
        for type_id, ids in keys.items()
        for item in types[type_id]._default_manager.filter(pk__in=ids)
    }


def _revisions_before(entries: Sequence[ModelLogEntry]) -> Mapping[int, int]:
    """Of each revision of these items, the one before it."""
    places = {(each.content_type_id, each.object_id) for each in entries}
    ids = {object_id for _type_id, object_id in places}
    rows = Revision.objects.filter(content_type__in=_types().keys(), object_id__in=ids)
    found: dict[int, int] = {}
    last: dict[tuple[int, str], int] = {}
    for type_id, object_id, pk in rows.order_by("pk").values_list(
        "content_type", "object_id", "pk"
    ):
        if (type_id, object_id) in last:
            found[pk] = last[type_id, object_id]
        last[type_id, object_id] = pk
    return found


def _with_key(text: str) -> Q:
    found = Q(pk__in=[])
    for type_id, kind in _types().items():
        ids = kind._default_manager.filter(key__icontains=text).values_list("pk", flat=True)
        found |= Q(content_type=type_id, object_id__in=[str(pk) for pk in ids])
    return found


def _types() -> Mapping[int, type[CatalogueItem]]:
    return {ContentType.objects.get_for_model(kind).pk: kind for kind in KINDS}


def _name(user: Any) -> str:  # noqa: ANN401 (whoever Django knows)
    return str(user.get_full_name() or user.get_username())
