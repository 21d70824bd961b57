"""Wagtail's own views of an item, which say in words why something may not go live or leave.

A form is saved as a draft first, so whatever is refused, nothing that was typed is lost.
"""

from collections.abc import Sequence
from typing import Any, Final

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.views import snippets

from cms.catalogue import gate
from cms.catalogue.editing import asking
from cms.catalogue.findings import Told, edit_url
from cms.catalogue.models import CatalogueItem
from cms.catalogue.screens import DELETE, PUBLISH, may


class GatedForm:
    """A create or edit view; handing in and approving go past the gate as publishing does."""

    request: HttpRequest
    object: Any
    action: str

    def get_usage_url(self) -> None:
        """Wagtail's own count knows nothing of keys, and would call a question unused."""

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
            messages.error(request, message(_("This cannot be done:"), refused.told))
            return redirect(self.back())

    def back(self) -> str:
        """Where somebody goes on after a refusal."""
        item = self.object  # type: ignore[attr-defined]
        return reverse(item.snippet_viewset.get_url_name("edit"), args=[quote(item.pk)])


class UnpublishView(GatedAction, snippets.UnpublishView):
    """An item leaves, by its own method, where Wagtail would go round it."""

    def unpublish(self) -> HttpResponse | None:
        """The item's own way, which asks the gate; between Wagtail's hooks."""
        asked: HttpResponse | None = self.run_hook("before_unpublish", self.request, self.object)
        if asked is not None:
            return asked
        self.object.unpublish(user=self.request.user)
        told: HttpResponse | None = self.run_hook("after_unpublish", self.request, self.object)
        return told


class DeleteView(GatedAction, snippets.DeleteView):
    """An item leaves for ever; a live one by the hands of who may publish."""

    def dispatch(self, request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:  # noqa: ANN401
        """Refuse who may write only, where residents are asked it."""
        if may(request.user, DELETE) and not may_delete(request.user, self.object):
            messages.error(request, ASK_A_REVIEWER)
            return redirect(self.back())
        return super().dispatch(request, *args, **given)

    def get_usage_url(self) -> None:
        """Wagtail's own count knows nothing of keys, and would call a question unused."""


class DeleteMany(GatedAction, DeleteBulkAction):
    """Items leave together, or none of them."""

    models = CatalogueItem.__subclasses__()

    def dispatch(self, request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:  # noqa: ANN401
        """Who may not delete reads no names here either."""
        if not may(request.user, DELETE):
            raise PermissionDenied
        return super().dispatch(request, *args, **given)

    def check_perm(self, item: CatalogueItem) -> bool:
        """Whether this person may delete this one."""
        return super().check_perm(item) and may_delete(self.request.user, item)

    def back(self) -> str:
        """The list."""
        address: str = self.next_url
        return address


def may_delete(user: Any, item: CatalogueItem) -> bool:  # noqa: ANN401 (anybody)
    """Whether somebody may delete this one: what is live takes the right to publish."""
    return not item.live or may(user, PUBLISH)


class WorkflowActionView(GatedAction, snippets.WorkflowActionView):
    """A reviewer approves, from the list of what waits."""


ASK_A_REVIEWER: Final = gettext_lazy(
    "This is live: residents meet it. Ask somebody who reviews to take it away."
)


def message(lead: str, findings: Sequence[Told]) -> SafeString:
    """A message with every finding, each a link to its spot where there is one."""
    lines = format_html_join("", "<li>{}</li>", ((_line(each),) for each in findings))
    return format_html("{}<ul>{}</ul>", lead, lines)


def _line(each: Told) -> SafeString | str:
    return format_html('<a href="{}">{}</a>', each.url, each) if each.url else str(each)
