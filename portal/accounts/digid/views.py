"""The two addresses of a DigiD log-in: there, and back."""

from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.digid.adapter import DigiDAdapter, DigiDFailed
from portal.accounts.digid.provider import configured_app

LANGUAGE = "digid_language"
"""Session key: the language somebody left in, because the way back has none."""


class DigiDCallbackView(OAuth2CallbackView):
    """allauth's way back, with the nonce of the stashed state handed to the adapter."""

    adapter: DigiDAdapter

    def _get_state(
        self, request: HttpRequest, provider: OAuth2Provider
    ) -> tuple[dict[str, Any] | None, HttpResponse | None]:
        state, refusal = super()._get_state(request, provider)
        if state:
            self.adapter.nonce = state.get("nonce", "")
        return state, refusal


@never_cache
@require_http_methods(["GET", "POST"])
def login(request: HttpRequest) -> HttpResponse:
    """Ask first (GET), then leave for DigiD (POST).

    Leaving is a page that forwards at once, not a redirect: browsers hold every
    redirect after a form to `form-action`, and the chain behind a broker is not ours.
    """
    if request.method == "GET":
        return render(request, "accounts/digid.html", {"next": get_next_redirect_url(request)})
    request.session[LANGUAGE] = translation.get_language()
    response = _guarded(request, OAuth2LoginView)
    if response.status_code != 302:  # noqa: PLR2004 (a redirect)
        return response
    return render(request, "accounts/leaving.html", {"address": response["Location"]})


@never_cache
@require_safe
def callback(request: HttpRequest) -> HttpResponse:
    """Take the broker's answer, once, and go on in the language somebody left in."""
    # Before the view: a log-in empties the session of who was here before.
    with translation.override(request.session.get(LANGUAGE, settings.LANGUAGE_CODE)):
        return _guarded(request, DigiDCallbackView)


def _guarded(
    request: HttpRequest, view: type[OAuth2LoginView] | type[OAuth2CallbackView]
) -> HttpResponse:
    """Run one of allauth's views; a broker that fails where allauth does not look is an answer."""
    if not configured_app():
        raise Http404
    adapter = DigiDAdapter(request)
    try:
        response: HttpResponse = view.adapter_view(adapter)(request)
    except DigiDFailed as failure:
        response = render_authentication_error(request, adapter.get_provider(), exception=failure)
    return response
