"""What a reviewer meets first: on the first screen what waits, on a form to approve it."""

from typing import Any, Final

from django.http import HttpRequest
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel

from cms.catalogue.models import CatalogueItem

APPROVE: Final = "approve"
PUBLISH: Final = "action-publish"
FIRST: Final = 10
"""Before every panel of ours and of Wagtail."""


def approving_first(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Approving is the big button of who may; publishing one's own words is none at all."""
    if not issubclass(context["model"], CatalogueItem):
        return
    if not getattr(request.user, "is_superuser", False):
        items[:] = [each for each in items if each.name != PUBLISH]
    items.sort(key=lambda each: each.name != APPROVE)


def waiting_first(_request: HttpRequest, shown: list[Any]) -> None:
    """What waits for this colleague stands before what asks attention of everybody."""
    for each in shown:
        if isinstance(each, WorkflowObjectsToModeratePanel):
            each.order = FIRST
