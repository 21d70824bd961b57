"""The screens of the history."""

from datetime import datetime
from typing import Any, Final

from django import forms
from django.core.paginator import Paginator
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cms.catalogue.history import changes
from cms.catalogue.history.versions import Versions, topics, versions
from cms.catalogue.screens import Screen
from intake.catalogue.queries import releases

PER_PAGE: Final = 50
HISTORY: Final = "cms_catalogue_history"
COMPARE: Final = "cms_catalogue_versions"
DAY: Final = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class HistoryForm(forms.Form):
    """What to look for."""

    item = forms.CharField(label=_("Name or key"), required=False, max_length=100)
    person = forms.ChoiceField(label=_("By whom"), required=False)
    since = forms.DateField(label=_("From the day"), required=False, widget=DAY)
    until = forms.DateField(label=_("Up to and including"), required=False, widget=DAY)

    def __init__(self, *args: Any, **given: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **given)
        self.fields["person"].choices = [("", _("Everybody")), *changes.people()]  # type: ignore[attr-defined]


class HistoryScreen(Screen):
    """Who changed what, when and why."""

    page_title = _("History of questions")
    header_icon = "history"
    template_name = "cms/catalogue/history/changes.html"

    def get_context_data(self, **given: object) -> dict[str, Any]:
        """Add one page of what was found."""
        form = HistoryForm(self.request.GET or None)
        wanted = form.cleaned_data if form.is_bound and form.is_valid() else {}
        found = changes.changes(changes.Wanted(**wanted))
        page = Paginator(found, PER_PAGE).get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**given),
            "form": form,
            "page": page,
            "rows": changes.told([*page.object_list]),
        }


class VersionsForm(forms.Form):
    """Which topic, and which two versions."""

    topic = forms.ChoiceField(label=_("Topic"))
    old = forms.ChoiceField(label=_("This version"))
    new = forms.ChoiceField(label=_("and this one"))

    def __init__(self, *args: Any, **given: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **given)
        choices = [
            (str(each.number), _label(each.number, each.created_at, each.note))
            for each in releases()
        ]
        self.fields["topic"].choices = topics()  # type: ignore[attr-defined]
        for name in ("old", "new"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        self.initial = {"old": choices[1][0]} if len(choices) > 1 else {}


class VersionsScreen(Screen):
    """Two published versions of a topic, side by side, as a resident meets them."""

    page_title = _("Compare versions")
    header_icon = "copy"
    template_name = "cms/catalogue/history/versions.html"

    def get_context_data(self, **given: object) -> dict[str, Any]:
        """Add what differs, once both are chosen."""
        form = VersionsForm(self.request.GET or None)
        found: Versions | None = None
        if form.is_bound and form.is_valid():
            chosen = form.cleaned_data
            found = versions(chosen["topic"], old=int(chosen["old"]), new=int(chosen["new"]))
        return {**super().get_context_data(**given), "form": form, "found": found}


def _label(number: int, at: datetime, note: str) -> str:
    day = date_format(timezone.localtime(at), "j E Y, H:i")
    return f"{number}: {day}" + (f", {note}" if note else "")


urlpatterns = [
    path("catalogus/geschiedenis/", HistoryScreen.as_view(), name=HISTORY),
    path("catalogus/versies/", VersionsScreen.as_view(), name=COMPARE),
]
