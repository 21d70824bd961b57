"""The preview's own address: it takes test answers, which Wagtail's preview cannot."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from wagtail.admin.views.generic.preview import PreviewOnEdit

from cms.catalogue.models import CatalogueItem, Element, Recipient, Regime, TopicIntake
from cms.catalogue.preview.show import show

MODELS: Final = {
    model._meta.model_name: model for model in (Element, TopicIntake, Recipient, Regime)
}


@method_decorator([never_cache, xframe_options_sameorigin], name="dispatch")
class PreviewView(PreviewOnEdit):
    """An item as its editor's form stands now, or one revision of it.

    Wagtail keeps the form's own fields while somebody types; test answers it never sees.
    """

    http_method_names = ("get", "head", "post")
    permission_required = None  # told apart in `get_object`: who may not look finds nothing

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Django's own)
        """Find out which kind of item this is. Raises Http404."""
        if kwargs["kind"] not in MODELS:
            raise Http404
        self.model = MODELS[kwargs["kind"]]
        super().setup(request, *args, **kwargs)

    def get_object(self) -> CatalogueItem:
        """The item as last saved, the revision that is asked for, or one that is new."""
        pk = self.kwargs.get("pk")
        policy, user = self.model.snippet_viewset.permission_policy, self.request.user
        if not policy.user_has_permission(user, "view" if pk else "add"):
            raise Http404
        if not pk:
            return self.model()
        item = self.model._default_manager.filter(pk=pk).first()
        if item is None:
            raise Http404
        return self._of(item)

    def _of(self, item: CatalogueItem) -> CatalogueItem:
        number = self.kwargs.get("revision")
        if number is None:
            latest: CatalogueItem = item.get_latest_revision_as_object()
            return latest
        revision = item.revisions.filter(pk=number).first()
        if revision is None:
            raise Http404
        chosen: CatalogueItem = revision.as_object()
        return chosen

    def get_form_class(self) -> type:
        """The form of the item's own screen."""
        is_kept = bool(self.kwargs.get("pk"))
        form_class: type = self.model.snippet_viewset.get_form_class(for_update=is_kept)
        return form_class

    def get(self, request: HttpRequest, *_args: object, **_kwargs: object) -> HttpResponse:
        """The first look."""
        state = None if "revision" in self.kwargs else self._get_form_state()
        if state:  # somebody is typing; without it, what was last saved
            form = self.get_form(self._get_form_data(state))
            if not self.validate_form(form):
                refused: HttpResponse = self.error_response()
                return refused
            form.save(commit=False)
        return show(request, self.object, now=timezone.now(), action=request.path)

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The same with test answers."""
        return self.get(request, *args, **kwargs)


VIEW: Final = PreviewView.as_view()
NAME: Final = "cms_catalogue_preview"
urlpatterns = [
    path("vragenlijst/voorbeeld/<slug:kind>/", VIEW, name=NAME),
    path("vragenlijst/voorbeeld/<slug:kind>/<int:pk>/", VIEW, name=NAME),
    path("vragenlijst/voorbeeld/<slug:kind>/<int:pk>/<int:revision>/", VIEW, name=NAME),
]
