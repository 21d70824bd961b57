"""The screens that take a catalogue out and in."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.catalogue import live
from cms.catalogue.difference import difference
from cms.catalogue.importing import import_catalogue
from cms.catalogue.screens import PUBLISH, VIEW, Screen, may
from cms.catalogue.transport.ticket import Stale, Ticket
from cms.catalogue.transport.upload import LARGEST, TOO_LARGE, Problem, Unfit, read_upload
from intake.catalogue import files
from intake.catalogue.queries import latest_release

NAME = "cms_catalogue_transport"
KIND = "application/yaml; charset=utf-8"


class TransportScreen(Screen):
    """Take the catalogue out; upload another one and see what it would change."""

    page_title = gettext_lazy("Import and export")
    header_icon = "download"
    template_name = "cms/catalogue/transport/start.html"

    def get_context_data(self, **given: object) -> dict[str, Any]:
        """Add whether this person may import."""
        context: dict[str, Any] = super().get_context_data(**given)
        return {
            "may_import": may(self.request.user, PUBLISH),
            "release": latest_release(),
            "problems": [],
            "name": "",
            **context,
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        """Read an upload, and show what it would do."""
        _refuse_who_may_not(request)
        upload = request.FILES.get("file")
        if upload is None:
            return self._refused([Problem(text=_("Choose a file first."))], "")
        if (upload.size or 0) > LARGEST:
            return self._refused([Problem(text=str(TOO_LARGE))], upload.name or "")
        return self._shown(upload.read(), upload.name or "")

    def _shown(self, content: bytes, name: str) -> HttpResponse:
        try:
            catalogue = read_upload(content, now=timezone.now())
        except Unfit as error:
            return self._refused(error.problems, name)
        ticket = Ticket(text=content.decode("utf-8-sig"), name=name, release=_release_now())
        context = self.get_context_data(
            difference=difference(live.catalogue(), catalogue), ticket=ticket.signed(), name=name
        )
        return self.response_class(self.request, "cms/catalogue/transport/difference.html", context)

    def _refused(self, problems: Any, name: str) -> HttpResponse:  # noqa: ANN401 (a list of them)
        context = self.get_context_data(problems=problems, name=name)
        return self.render_to_response(context, status=HTTPStatus.UNPROCESSABLE_ENTITY)


class ConfirmScreen(TransportScreen):
    """Do what was shown; where something changed since, show it again."""

    verb = PUBLISH
    http_method_names = ("post",)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Import."""
        try:
            ticket = Ticket.opened(request.POST.get("ticket", ""))
        except Stale:
            messages.error(request, _("This took too long. Upload the file again."))
            return redirect(NAME)
        content = ticket.text.encode()
        if ticket.release != _release_now():
            messages.warning(request, _("Something was published meanwhile. Look once more."))
            return self._shown(content, ticket.name)
        now = timezone.now()
        try:
            catalogue = read_upload(content, now=now)
        except Unfit as error:
            return self._refused(error.problems, ticket.name)
        note = request.POST.get("reason", "").strip() or ticket.name
        import_catalogue(catalogue=catalogue, user=request.user, now=now, note=note)
        messages.success(request, _("Imported. New intakes use it from now on."))
        return redirect(NAME)


def export(request: HttpRequest) -> HttpResponse:
    """The live catalogue as one file."""
    if not may(request.user, VIEW):
        raise PermissionDenied
    name = f"catalogus-{_release_now()}.yaml"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(files.write(live.catalogue()), content_type=KIND, headers=disposition)


def _release_now() -> int:
    release = latest_release()
    return release.number if release else 0


def _refuse_who_may_not(request: HttpRequest) -> None:
    if not may(request.user, PUBLISH):
        raise PermissionDenied


urlpatterns = [
    path("catalogus/uitwisselen/", TransportScreen.as_view(), name=NAME),
    path("catalogus/uitwisselen/export/", export, name="cms_catalogue_export"),
    path("catalogus/uitwisselen/import/", ConfirmScreen.as_view(), name="cms_catalogue_import"),
]
