"""Drafts of several items that go live at one moment, as one release."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from cms.catalogue import eyes, gate
from cms.catalogue.models import CatalogueItem


@transaction.atomic
def publish_together(items: Sequence[CatalogueItem], *, user: object) -> None:
    """Judge the drafts as one catalogue, and make them live. Raises gate.Refused: none is."""
    revisions = [each.latest_revision for each in items if each.latest_revision]
    drafts: list[CatalogueItem] = [each.as_object() for each in revisions]
    objections = [
        said
        for draft, revision in zip(drafts, revisions, strict=True)
        for said in eyes.objections(draft, revision, user)
    ]
    gate.check_publish(*drafts, objections=objections)
    for draft, revision in zip(drafts, revisions, strict=True):
        draft.go_live(revision, user=user)
    gate.release(note=_note(drafts))


def _note(drafts: Sequence[CatalogueItem]) -> str:
    """Every reason once, and what it was about."""
    reasons = [*dict.fromkeys(each.reason for each in drafts if each.reason)]
    keys = ", ".join(each.key for each in drafts)
    return f"{keys}: {'; '.join(reasons)}" if reasons else _("%(keys)s together") % {"keys": keys}
