"""The lists and forms of the catalogue, together under one entry of the menu."""

from typing import Any

from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.catalogue import menu
from cms.catalogue.editing import adding, gated, inspecting, leaving, listing, panels
from cms.catalogue.history.item import ItemHistoryView
from cms.catalogue.models import Element, Recipient, Regime, TopicIntake
from cms.catalogue.reviewing.comparing import CompareView
from cms.catalogue.screens import keepers_only


class ItemViewSet(SnippetViewSet):
    """What every list and form of the catalogue shares: one door, and the gate, in words."""

    add_view_class = gated.CreateView
    edit_view_class = gated.EditView
    delete_view_class = leaving.DeleteView
    unpublish_view_class = leaving.UnpublishView
    workflow_action_view_class = gated.WorkflowActionView
    index_view_class = listing.ItemIndexView
    revisions_compare_view_class = CompareView
    history_view_class = ItemHistoryView
    inspect_view_class = inspecting.ItemInspectView
    inspect_view_enabled = True
    usage_view_class = inspecting.UsageView
    list_per_page = 50

    def get_urlpatterns(self) -> list[URLPattern]:
        """Every address that Wagtail gives an item, and none of them for who keeps pages only."""
        patterns: list[URLPattern] = super().get_urlpatterns()
        for each in patterns:
            each.callback = keepers_only(each.callback)
        return patterns

    def get_inspect_view_kwargs(self, **given: object) -> dict[str, Any]:
        """With the fields that each view of an item chose; Wagtail's would be all, as code."""
        kwargs: dict[str, Any] = super().get_inspect_view_kwargs(**given)
        return kwargs | {"fields": self.inspect_view_class.fields}

    def register_chooser_viewset(self) -> None:
        """None: nothing chooses an item from a list of its own, and that list asks no right."""


class ElementViewSet(ItemViewSet):
    """Questions: shared ones and those of a topic."""

    model = Element
    icon = "help"
    list_display = listing.ELEMENT
    filterset_class = listing.ElementFilters
    index_view_class = listing.ElementIndexView
    add_view_class = adding.AddQuestionView
    inspect_view_class = inspecting.ElementInspectView
    search_fields = ("key", "label", "question")
    edit_handler = panels.ELEMENT
    admin_url_namespace = "catalogue_questions"
    base_url_path = "vragen"


class TopicViewSet(ItemViewSet):
    """Topics of the intake."""

    model = TopicIntake
    icon = "folder-open-inverse"
    list_display = listing.TOPIC
    filterset_class = listing.TopicFilters
    index_view_class = listing.TopicIndexView
    inspect_view_class = inspecting.TopicInspectView
    search_fields = ("key", "name")
    edit_handler = panels.TOPIC
    admin_url_namespace = "catalogue_topics"
    base_url_path = "onderwerpen"


class RecipientViewSet(ItemViewSet):
    """Who receives."""

    model = Recipient
    icon = "mail"
    list_display = listing.RECIPIENT
    filterset_class = listing.RecipientFilters
    inspect_view_class = inspecting.RecipientInspectView
    search_fields = ("key", "name")
    edit_handler = panels.RECIPIENT
    admin_url_namespace = "catalogue_recipients"
    base_url_path = "ontvangers"


class RegimeViewSet(ItemViewSet):
    """Terms of laws."""

    model = Regime
    icon = "time"
    list_display = listing.REGIME
    edit_handler = panels.REGIME
    admin_url_namespace = "catalogue_terms"
    base_url_path = "termijnen"


class CatalogueGroup(SnippetViewSetGroup):
    """One entry of the menu."""

    items = (ElementViewSet, TopicViewSet, RecipientViewSet, RegimeViewSet)
    menu_label = _("Intake")
    menu_icon = "clipboard-list"
    menu_order = 150
    submenu_hook = menu.HOOK
