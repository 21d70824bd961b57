"""The panel on the first screen, and the list that it leads to."""

from typing import Any, Final

from django.http import HttpRequest
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from cms.catalogue.dashboard import facts
from cms.catalogue.findings import edit_url
from cms.catalogue.screens import VIEW, Screen, may

ATTENTION: Final = "cms_catalogue_attention"


class AttentionScreen(Screen):
    """Everything that lint says, what is to be read again, and who cannot be reached."""

    page_title = _("What asks attention in the questions")
    header_icon = "warning"
    template_name = "cms/catalogue/dashboard/attention.html"

    def get_context_data(self, **given: object) -> dict[str, Any]:
        """Add the lists."""
        return {
            **super().get_context_data(**given),
            "findings": facts.findings(),
            "due": [(item, edit_url(item)) for item in facts.due(timezone.localdate())],
            "unreachable": facts.unreachable(),
            "overdue": facts.overdue(now=timezone.now()),
        }


class CataloguePanel(Component):
    """The catalogue on the first screen of the admin."""

    name = "cms_catalogue"
    template_name = "cms/catalogue/dashboard/panel.html"
    order = 60

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:  # noqa: ANN401 (Wagtail's)
        """How much there is of each."""
        found = facts.findings()
        return {
            "errors": sum(each.blocks for each in found.live),
            "warnings": sum(not each.blocks for each in found.live),
            "drafts": len(found.drafts),
            "due": len(facts.due(timezone.localdate())),
            "in_flight": facts.in_flight(now=timezone.now()),
            "published": facts.last_published(),
            "unreachable": facts.unreachable(),
            "overdue": facts.overdue(now=timezone.now()),
        }


def panels(request: HttpRequest, shown: list[Component]) -> None:
    """Put the catalogue on the first screen of who may see it."""
    if may(request.user, VIEW):
        shown.append(CataloguePanel())


urlpatterns = [path("catalogus/aandacht/", AttentionScreen.as_view(), name=ATTENTION)]
