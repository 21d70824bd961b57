"""How far an item is, for many items at once: Wagtail asks the database for each."""

from collections.abc import Collection

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from cms.catalogue.models import CatalogueItem


def handed_in(kind: type[CatalogueItem]) -> Collection[str]:
    """The ids of the items of a kind that wait for a reviewer; one query."""
    waiting = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(kind), status__in=WAITING
    )
    return frozenset(waiting.values_list("object_id", flat=True))


WAITING = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


def status_of(item: CatalogueItem, waiting: Collection[str]) -> str:
    """In words, of an item as it was read."""
    if str(item.pk) in waiting:
        return _("live, in review") if item.live else _("in review")
    if item.live:
        return _("live, with a draft") if item.has_unpublished_changes else _("live")
    return _("not live any more") if item.first_published_at else _("draft")
