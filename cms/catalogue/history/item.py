"""The history of one item, as Wagtail shows it, with the reason of each change."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import HistoryView

from cms.catalogue.history.changes import why


class ItemHistoryView(HistoryView):
    """Who did what, when and why."""

    @cached_property
    def columns(self) -> list[Any]:
        """The reason before who and when."""
        action, *others = super().columns
        return [action, Column("why", label=_("Why"), accessor=why), *others]
