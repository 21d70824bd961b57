"""How Wagtail's preview leads to ours, which has an address of its own and takes test answers."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import PreviewableMixin

from cms.models.base import PREVIEW_SIZES

MODES: Final[list[tuple[str, str | Promise]]] = [
    ("", _("Without answers")),
    ("voorbeeld", _("With example answers")),
]


class PreviewedMixin(PreviewableMixin):
    """An item of the catalogue that is previewed as a resident would meet it."""

    @property
    def preview_modes(self) -> list[tuple[str, str | Promise]]:
        """An empty form to try, or one that is filled in."""
        return MODES

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        """As most residents read, on a telephone, and as others do, at a desk."""
        return PREVIEW_SIZES

    def make_preview_request(
        self,
        original_request: HttpRequest | None = None,
        preview_mode: str | None = None,
        extra_request_attrs: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Remember which revision is asked for, which only the original request knows."""
        match = original_request.resolver_match if original_request else None
        asked = {"revision_id": match.kwargs.get("revision_id") if match else None}
        response: HttpResponse = super().make_preview_request(
            original_request, preview_mode, {**asked, **(extra_request_attrs or {})}
        )
        return response

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Lead to the preview's own address."""
        place = {
            "kind": self._meta.model_name,
            "pk": self.pk,
            "revision": getattr(request, "revision_id", None),
        }
        given = {name: value for name, value in place.items() if value}
        url = reverse("cms_catalogue_preview", kwargs=given)
        return HttpResponseRedirect(f"{url}?doe={mode_name}" if mode_name else url)
