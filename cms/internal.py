"""What only colleagues may read on a page of the public site."""

from django.conf import settings
from django.http import HttpRequest

ENTER_THE_ADMIN = "wagtailadmin.access_admin"


def may_read(request: HttpRequest) -> bool:
    """Whether this is a member of staff who may enter the admin.

    A visitor without a session is never looked up: the answer then depends on no cookie,
    so that the page may be kept in a cache for everybody. Whoever is signed in gets an
    answer that no cache keeps, by the portal's rule for all signed-in pages; staff is
    signed in only after a second factor.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return bool(request.user.is_staff and request.user.has_perm(ENTER_THE_ADMIN))
