"""Four eyes: what one person wrote, another one makes live.

Whoever publishes or approves, on any road that a person takes, is somebody else than who
wrote the change; or it was handed in by somebody else, and a reviewer only touched it up.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _
from wagtail.models import Revision, WorkflowState

from cms.catalogue.findings import Told, edit_url
from cms.catalogue.models import CatalogueItem

GOING_ON: Final = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_APPROVED)
"""Approved: at this moment, for an earlier round ended when the item went live."""


def objections(item: CatalogueItem, revision: Revision, user: Any) -> Sequence[Told]:  # noqa: ANN401
    """Why this person may not make this change live; empty: they may.

    No person is a command, or a date that somebody was allowed to set. Who has all rights
    keeps the site, and is not held.
    """
    if user is None or user.is_superuser or {*_seen_by(item, revision)} - {user.pk}:
        return []
    words = _("this is a change of your own: hand it in, so that a colleague reads it first")
    return [Told(text=words, name=str(item), form=edit_url(item))]


def _seen_by(item: CatalogueItem, revision: Revision) -> Iterator[object]:
    """Who wrote it, and who handed it in since this item last went live."""
    if revision.user_id is not None:
        yield revision.user_id
    handed_in = WorkflowState.objects.for_instance(item).exclude(requested_by=None)
    published = type(item)._default_manager.filter(pk=item.pk, last_published_at__isnull=False)
    if (last := published.values_list("last_published_at", flat=True).first()) is not None:
        handed_in = handed_in.filter(created_at__gt=last)
    yield from handed_in.filter(status__in=GOING_ON).values_list("requested_by", flat=True)
