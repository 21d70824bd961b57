"""Wagtail's own views of an item, which say in words why something may not go live or leave.

A form is saved as a draft first, so whatever is refused, nothing that was typed is lost.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.snippets.views import snippets

from cms.catalogue import gate
from cms.catalogue.editing import asking
from cms.catalogue.findings import Told, edit_url
from cms.catalogue.models import CatalogueItem
from cms.catalogue.screens import may


class Uncounted:
    """A view that leaves out Wagtail's own count of use."""

    def get_usage_url(self) -> None:
        """Wagtail's own count knows nothing of keys, and would call a question unused."""


class GatedForm(Uncounted):
    """A create or edit view; handing in and approving go past the gate as publishing does."""

    request: HttpRequest
    object: Any
    action: str

    def publish_action(self) -> HttpResponse | None:
        """Publish, once whoever does it knows what lint asks about."""
        asking.ask(self.request, self.object)
        return super().publish_action()  # type: ignore[misc, no-any-return]

    def submit_action(self) -> HttpResponse | None:
        """Hand in for review what can go live; what cannot is refused here, not by the reviewer."""
        gate.check_publish(self.object)
        asking.ask(self.request, self.object)
        return super().submit_action()  # type: ignore[misc, no-any-return]

    def restart_workflow_action(self) -> HttpResponse | None:
        """The same, again."""
        gate.check_publish(self.object)
        return super().restart_workflow_action()  # type: ignore[misc, no-any-return]

    def get_success_message(self, instance: Any = None) -> str:  # noqa: ANN401 (Wagtail's own)
        """What became of it, where Wagtail says "updated"."""
        item = instance or self.object
        state = self.workflow_state  # type: ignore[attr-defined]
        match self.action, getattr(self, "workflow_action", ""):
            case "workflow-action", "approve":
                return _("%(item)s is live: new intakes use it from now on.") % {"item": item}
            case "workflow-action", "reject":
                maker = state.requested_by
                name = (maker.get_full_name() or maker.get_username()) if maker else ""
                return _("%(item)s went back to %(person)s.") % {"item": item, "person": name}
        said: str = super().get_success_message(instance)  # type: ignore[misc]
        return said

    def run_action_method(self) -> HttpResponse | None:
        """Do it all or nothing of it, and on a refusal keep the draft and say why."""
        try:
            with transaction.atomic():
                return super().run_action_method()  # type: ignore[misc, no-any-return]
        except gate.Refused as refused:
            said = _("Saved as a draft. It cannot go live yet:")
            messages.error(self.request, message(said, refused.told))
        except asking.Asked as asked:
            said = _("Saved as a draft. Is this right? If so, choose it once more:")
            messages.warning(self.request, message(said, asked.told))
        return redirect(edit_url(self.object))


class CreateView(GatedForm, snippets.CreateView):
    """A new item."""


class EditView(GatedForm, snippets.EditView):
    """An item, as its latest draft."""


class GatedAction:
    """A view that does one thing to an item, from a screen of its own."""

    def dispatch(self, request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:  # noqa: ANN401
        """Do it all or nothing of it, and on a refusal say why."""
        try:
            with transaction.atomic():
                return super().dispatch(request, *args, **given)  # type: ignore[misc, no-any-return]
        except gate.Refused as refused:
            told = refused.told
        except ProtectedError as error:
            told = [_in_the_way(each) for each in error.protected_objects]
        messages.error(request, message(_("This cannot be done:"), told))
        return redirect(self.back())

    def back(self) -> str:
        """Where somebody goes on after a refusal."""
        item = self.object  # type: ignore[attr-defined]
        return reverse(item.snippet_viewset.get_url_name("edit"), args=[quote(item.pk)])


class GatedMany(GatedAction):
    """An action on what is ticked in a list, for who may do `verb`; nobody else reads a name."""

    models = CatalogueItem.__subclasses__()
    verb: ClassVar[str]
    next_url: str

    def dispatch(self, request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:  # noqa: ANN401
        """Refuse who may not."""
        if not may(request.user, self.verb):
            raise PermissionDenied
        return super().dispatch(request, *args, **given)

    def back(self) -> str:
        """The list."""
        return self.next_url


class WorkflowActionView(GatedAction, snippets.WorkflowActionView):
    """A reviewer approves, from the list of what waits."""


def _in_the_way(item: Any) -> Told:  # noqa: ANN401 (Django says a model)
    """What hangs on something that was to go, live or not."""
    words = _("this hangs on it: take it away first, or give it another place")
    return Told(text=words, name=str(item), form=edit_url(item))


def message(lead: str, findings: Sequence[Told]) -> SafeString:
    """A message with every finding, each a link to its spot where there is one."""
    lines = format_html_join("", "<li>{}</li>", ((_line(each),) for each in findings))
    return format_html("{}<ul>{}</ul>", lead, lines)


def _line(each: Told) -> SafeString | str:
    return format_html('<a href="{}">{}</a>', each.url, each) if each.url else str(each)
