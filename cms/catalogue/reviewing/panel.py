"""On the form of a draft: what it changes, who asks it and why, and what lint says of it."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from cms.catalogue import gate
from cms.catalogue.findings import edit_url
from cms.catalogue.models import CatalogueItem
from cms.catalogue.reviewing.changing import changing
from intake.questionnaire.plain import Malformed


class ChangesPanel(Panel):
    """What is live against this draft; nothing where there is no draft."""

    class BoundPanel(Panel.BoundPanel):
        """The same in a form."""

        template_name = "cms/catalogue/reviewing/panel.html"
        instance: CatalogueItem

        def is_shown(self) -> bool:
            """Only where something is written that is not live."""
            return self.instance.pk is not None and self.instance.has_unpublished_changes

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:  # noqa: ANN401
            """The changes; for who reviews, what lint says too, which takes a moment."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            item = self.instance
            waiting = item.current_workflow_state if item.workflow_in_progress else None
            return context | {
                "item": item,
                "live": live_version(item),
                "written": item.latest_revision,
                "waiting": waiting,
                "warnings": _warnings(item) if waiting else [],
                **sections(live_version(item), item),
            }


def sections(before: CatalogueItem | None, after: CatalogueItem) -> dict[str, Any]:
    """For a template: what changes, or that a draft cannot be read yet."""
    try:
        return {"sections": changing(before, after), "unreadable": False}
    except Malformed:
        return {"sections": [], "unreadable": True}


def live_version(item: CatalogueItem) -> CatalogueItem | None:
    """The item as residents meet it; None before it was ever live."""
    found = type(item)._default_manager.filter(pk=item.pk, live=True)
    row: CatalogueItem | None = found.first()
    return row


def _warnings(item: CatalogueItem) -> list[Any]:
    return [each for each in gate.findings_with(item) if each.form == edit_url(item)]


CHANGES: Final = ChangesPanel(heading=_("What this draft changes"))
