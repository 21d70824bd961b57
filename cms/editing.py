"""The screens in Wagtail's admin about what asks an editor's attention."""

from abc import ABC, abstractmethod
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from cms import attention, links, reviews

RIGHTS: Final = frozenset({"add", "change", "publish"})


def keeps_pages(user: Any) -> bool:  # noqa: ANN401 (anybody)
    """Whether somebody may do anything with a page; who keeps questions only may not."""
    return bool(page_permission_policy.user_has_any_permission(user, RIGHTS))


class AttentionView(WagtailAdminTemplateMixin, TemplateView, ABC):
    """A list in the admin, for who keeps pages: each kind says what its rows are."""

    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:  # noqa: ANN401
        """Refuse who keeps questions only: drafts of pages are not theirs to read."""
        if not keeps_pages(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **given)

    def get_context_data(self, **given: object) -> dict[str, Any]:
        """Add the rows."""
        context: dict[str, Any] = super().get_context_data(**given)
        context["rows"] = self.rows()
        return context

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        """The way here from the first screen, which Wagtail shows as the title too."""
        items: list[dict[str, object]] = super().get_breadcrumbs_items()
        title = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*items, title]

    @abstractmethod
    def rows(self) -> object:
        """What the list shows."""


class ReviewsView(AttentionView):
    """Pages to read again, the longest waiting first."""

    page_title = _("Pages to read again")
    header_icon = "history"
    template_name = "cms/editing/reviews.html"

    def rows(self) -> list[Page]:
        """The pages whose day has come."""
        return reviews.due(timezone.localdate())


class BrokenLinksView(AttentionView):
    """Links that lead nowhere, by page."""

    page_title = _("Broken links")
    header_icon = "link"
    template_name = "cms/editing/links.html"

    def rows(self) -> list[links.BrokenLink]:
        """The links, as far as they are known: links elsewhere were checked by a command."""
        return links.broken()


class HardTextsView(AttentionView):
    """Pages that are hard to read, the hardest first."""

    page_title = _("Texts that are hard to read")
    header_icon = "glasses"
    template_name = "cms/editing/texts.html"

    def rows(self) -> object:
        """The pages with their scores."""
        return attention.hard_texts()


class ReadingView(AttentionView):
    """One page's text as it was last saved, with its hard sentences marked."""

    page_title = _("Is this easy to read?")
    header_icon = "glasses"
    template_name = "cms/editing/reading.html"

    def get_context_data(self, **given: object) -> dict[str, Any]:
        """Add the page."""
        self.page = get_object_or_404(Page, pk=self.kwargs["page_id"], depth__gt=1)
        context = super().get_context_data(**given)
        context["page"] = self.page
        return context

    def get_page_subtitle(self) -> str:
        """Which page it is about."""
        return str(self.page.get_admin_display_title())

    def rows(self) -> object:
        """What was measured of the newest words, published or not."""
        return attention.reading_of(self.page.get_latest_revision_as_object())


class AttentionPanel(Component):
    """What asks attention, on the first screen of the admin."""

    name = "cms_attention"
    template_name = "cms/editing/panel.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:  # noqa: ANN401 — Wagtail's
        """How much there is, with where to find it."""
        found = attention.counts(today=timezone.localdate())
        return {
            "tiles": [
                (found.reviews, _("Pages to read again"), reverse("cms_reviews")),
                (found.links, _("Broken links"), reverse("cms_broken_links")),
                (found.texts, _("Texts that are hard to read"), reverse("cms_hard_texts")),
            ]
        }


urlpatterns = [
    path("aandacht/opnieuw-lezen/", ReviewsView.as_view(), name="cms_reviews"),
    path("aandacht/links/", BrokenLinksView.as_view(), name="cms_broken_links"),
    path("aandacht/leesbaarheid/", HardTextsView.as_view(), name="cms_hard_texts"),
    path("aandacht/leesbaarheid/<int:page_id>/", ReadingView.as_view(), name="cms_reading"),
]

MENU = (
    (ReviewsView, "cms_reviews"),
    (BrokenLinksView, "cms_broken_links"),
    (HardTextsView, "cms_hard_texts"),
)


class ReportItem(MenuItem):
    """An entry for who keeps pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Not for who may not open it."""
        return keeps_pages(request.user)


def menu_items() -> list[MenuItem]:
    """The three lists, in the menu of reports."""
    return [
        ReportItem(view.page_title, reverse_lazy(name), name=name, icon_name=view.header_icon)
        for view, name in MENU
    ]


def panels(request: HttpRequest, shown: list[Component]) -> None:
    """Put what asks attention on the first screen of who keeps pages."""
    if keeps_pages(request.user):
        shown.append(AttentionPanel())
