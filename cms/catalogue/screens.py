"""Screens of the catalogue in Wagtail's admin that are about the whole of it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ClassVar, Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from cms.catalogue.models import CatalogueItem

VIEW: Final = "view"
PUBLISH: Final = "publish"
DELETE: Final = "delete"


def may(user: Any, verb: str) -> bool:  # noqa: ANN401 (anybody, signed in or not)
    """Whether somebody may do this with every kind of item: `view`, `publish`, `delete`…"""
    kinds = CatalogueItem.__subclasses__()
    return all(user.has_perm(f"cms_catalogue.{verb}_{kind._meta.model_name}") for kind in kinds)


def keepers_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The same view, for who may do something with the catalogue, and nobody else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **given: object) -> HttpResponseBase:
        if not request.user.has_module_perms("cms_catalogue"):
            raise PermissionDenied
        return view(request, *args, **given)

    return guarded


class Screen(WagtailAdminTemplateMixin, TemplateView):
    """A screen for who may do `verb` with the catalogue, and nobody else."""

    header_icon = "clipboard-list"
    verb: ClassVar[str] = VIEW

    def dispatch(self, request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:  # noqa: ANN401
        """Refuse who may not."""
        if not may(request.user, self.verb):
            raise PermissionDenied
        return super().dispatch(request, *args, **given)

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        """The way here from the first screen, which Wagtail shows as the title too."""
        items: list[dict[str, object]] = super().get_breadcrumbs_items()
        return [*items, {"url": "", "label": self.get_page_title(), "sublabel": ""}]
