"""How an item leaves: one by one or many at once, by who may, and past the gate."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.views import snippets

from cms.catalogue import gate
from cms.catalogue.editing.gated import GatedAction, GatedMany, Uncounted
from cms.catalogue.models import CatalogueItem
from cms.catalogue.screens import DELETE, PUBLISH, may

ASK_A_REVIEWER: Final = gettext_lazy(
    "This is live: residents meet it. Ask somebody who reviews to take it away."
)


class Leaving(Uncounted, GatedAction):
    """An item that leaves: what stands in the way is said before somebody is asked to be sure."""

    def get(self, request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:  # noqa: ANN401
        """Ask the gate first."""
        gate.check_removal(self.object)  # type: ignore[attr-defined]
        return super().get(request, *args, **given)  # type: ignore[misc, no-any-return]


class UnpublishView(Leaving, snippets.UnpublishView):
    """An item leaves, by its own method, where Wagtail would go round it."""

    def unpublish(self) -> HttpResponse | None:
        """The item's own way, which asks the gate; between Wagtail's hooks."""
        asked: HttpResponse | None = self.run_hook("before_unpublish", self.request, self.object)
        if asked is not None:
            return asked
        self.object.unpublish(user=self.request.user)
        told: HttpResponse | None = self.run_hook("after_unpublish", self.request, self.object)
        return told


class DeleteView(Leaving, snippets.DeleteView):
    """An item leaves for ever; a live one by the hands of who may publish."""

    def dispatch(self, request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:  # noqa: ANN401
        """Refuse who may write only, where residents are asked it."""
        if may(request.user, DELETE) and not may_delete(request.user, self.object):
            messages.error(request, ASK_A_REVIEWER)
            return redirect(self.back())
        return super().dispatch(request, *args, **given)


class DeleteMany(GatedMany, DeleteBulkAction):
    """Items leave together, or none of them."""

    verb = DELETE

    def check_perm(self, item: CatalogueItem) -> bool:
        """Whether this person may delete this one."""
        return super().check_perm(item) and may_delete(self.request.user, item)


def may_delete(user: Any, item: CatalogueItem) -> bool:  # noqa: ANN401 (anybody)
    """Whether somebody may delete this one: what is live takes the right to publish."""
    return not item.live or may(user, PUBLISH)
