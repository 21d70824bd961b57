"""Rules for every page: a second factor for staff, and nothing private left in a browser."""

from collections.abc import Callable
from typing import Final

from csp.constants import UNSAFE_INLINE
from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from portal.accounts import second_factor, sessions

GetResponse = Callable[[HttpRequest], HttpResponse]

# What a member of staff reaches before a second factor was shown in this session.
WITHOUT_SECOND_FACTOR: Final = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_activate_totp",
        "mfa_reauthenticate",
        "wagtailadmin_logout",
    }
)


class StaffSecondFactorMiddleware:
    """Staff show a second factor before anything else; residents never enter /beheer/."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing here: the rule needs to know the view."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponseBase | None:
        """Let through, lead to the second factor, or refuse."""
        if not signed_in(request):
            return None
        if request.user.is_staff:
            return _demand_second_factor(request)
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            raise PermissionDenied
        return None


class EditorStylesMiddleware:
    """Lets Wagtail's own screens set the style of an element; no other page may.

    Its editor places menus, previews and the marks of comments by `style` attributes that
    React and Draft.js write, which take no nonce. Scripts, style sheets and style elements
    stay as strict as everywhere, and an attribute cannot load anything: images and fonts
    have directives of their own.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and loosen one directive below the admin."""
        response = self.get_response(request)
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            response._csp_update = {"style-src-attr": [UNSAFE_INLINE]}  # type: ignore[attr-defined]
        return response


class PrivatePagesMiddleware:
    """Signed-in pages are not stored, a log-out clears the browser, a session ends in time."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """End what is over, answer, and mark the answer."""
        was_signed_in = signed_in(request)
        if was_signed_in and sessions.is_over(request.session, now=timezone.now()):
            logout(request)
        response = self.get_response(request)
        is_signed_in = signed_in(request)
        if was_signed_in or is_signed_in:
            response["Cache-Control"] = "private, no-store"
        if was_signed_in and not is_signed_in:
            # Not "cookies": those of every site of this municipality would go with it.
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response


def signed_in(request: HttpRequest) -> bool:
    """Whether this is somebody; a visitor without a session costs no query and no cookie."""
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES or request.session.accessed
    return has_session and request.user.is_authenticated


def _demand_second_factor(request: HttpRequest) -> HttpResponseBase | None:
    match = request.resolver_match
    if match and match.view_name in WITHOUT_SECOND_FACTOR:
        return None
    if second_factor.was_shown(request):
        return None
    enrolled = second_factor.is_enrolled(request)
    page = "mfa_reauthenticate" if enrolled else "mfa_activate_totp"
    return HttpResponseRedirect(f"{reverse(page)}?{urlencode({'next': request.get_full_path()})}")
