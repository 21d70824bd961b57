"""Writing what an import planned: rows, revisions and the log of each item."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from wagtail.models import DraftStateMixin, ModelLogEntry, ReferenceIndex, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.catalogue.items.plan import Plan
from cms.catalogue.models import CatalogueItem

PUBLISHED: Final = "wagtail.publish"


@dataclass(frozen=True, kw_only=True)
class Writer:
    """One import: by whom, when, and why."""

    user: Any
    now: datetime
    note: str

    def write(self, plan: Plan) -> None:
        """Do what was planned. Inside the transaction of the import."""
        with disable_reference_index_auto_update():
            for _kind, items in groupby(plan.new, type):
                self._create([*items])
            for item in plan.changed:
                self._change(item)
        for item in (*plan.new, *plan.changed):
            ReferenceIndex.create_or_update_for_object(item)
        for item in plan.moved:
            _move(item)
        for item in plan.leaving:
            DraftStateMixin.unpublish(item, user=self.user)

    def _create(self, items: Sequence[CatalogueItem]) -> None:
        """What publishing does for each, for all at once: the first load is a hundred and more."""
        kind = type(items[0])
        for item in items:
            item.live, item.reason = True, self.note
            item.first_published_at = item.last_published_at = self.now
        kind._default_manager.bulk_create(items)
        revisions = self._revise(items)
        for item, revision in zip(items, revisions, strict=True):
            item.latest_revision = item.live_revision = revision
        kind._default_manager.bulk_update(items, ["latest_revision", "live_revision"])
        self._log(items)

    def _change(self, item: CatalogueItem) -> None:
        """Wagtail's own road: it ends what waits for review or for a date.

        A date of its own would have the item wait, while the release holds it already.
        """
        item.reason = self.note
        item.go_live_at = item.expire_at = None
        for name in ("topic", "regime"):
            if (related := getattr(item, name, None)) is not None:
                setattr(item, name, related)  # its id, which it may have had no sooner than now
        item.go_live(item.save_revision(user=self.user, clean=False), user=self.user)

    def _revise(self, items: Iterable[CatalogueItem]) -> Sequence[Revision]:
        """A revision of each as it is."""
        revisions = [
            Revision(
                content_object=item,
                base_content_type=item.get_base_content_type(),
                user=self.user,
                created_at=self.now,
                object_str=str(item),
                content=item.serializable_data(),
            )
            for item in items
        ]
        made: Sequence[Revision] = Revision.objects.bulk_create(revisions)
        return made

    def _log(self, items: Iterable[CatalogueItem]) -> None:
        """An entry in the history of each, all of one import."""
        one = uuid4()
        ModelLogEntry.objects.bulk_create(
            ModelLogEntry(
                content_type=ContentType.objects.get_for_model(item),
                object_id=str(item.pk),
                label=str(item),
                action=PUBLISHED,
                timestamp=self.now,
                uuid=one,
                user=self.user,
                revision=item.latest_revision,
                content_changed=True,
            )
            for item in items
        )


def _move(item: CatalogueItem) -> None:
    """Another place only; a draft of it moves along."""
    type(item)._default_manager.filter(pk=item.pk).update(position=item.position)
    if item.has_unpublished_changes and (draft := item.get_latest_revision()):
        draft.content["position"] = item.position
        draft.save(update_fields=["content"])
