"""Editors' pages, kept as they were rendered until somebody publishes.

Only for a visitor without a session: for everybody else a page may differ. Browsers ask
each time whether their copy is still good, and mostly hear 304 without a word of HTML.
"""

from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language

from cms import stamp
from intake.catalogue.queries import latest_release

SECONDS_KEPT: Final = 60 * 60
MARK: Final = "is_page_of_editors"
KEY: Final = "page_cache_key"


class PageCacheMiddleware:
    """Answers from the cache, or keeps what the view answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page; kept when it is one of editors and the same for everybody."""
        response = self.get_response(request)
        key: str | None = getattr(request, KEY, None)
        if key is None or not _may_keep(response):
            return response
        kept = response.content, response["Content-Type"]
        cache.set(key, kept, SECONDS_KEPT)
        return _answer(request, *kept)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponseBase | None:
        """The page as it was kept, for a visitor who sees what everybody sees.

        A preview never comes here, so it is neither answered from the cache nor kept.
        """
        if not _may_share(request):
            return None
        # The stamp is read before the page is made: a page made while somebody publishes
        # is kept under the old stamp, which nobody asks for any more.
        key = _key(request)
        kept: tuple[bytes, str] | None = cache.get(key)
        if kept is None:
            setattr(request, KEY, key)
            return None
        return _answer(request, *kept)


def mark(response: HttpResponse) -> HttpResponse:
    """Say that this is a page of editors, which is the same for every visitor."""
    setattr(response, MARK, True)
    return response


def _may_share(request: HttpRequest) -> bool:
    """Whether this is the address of an editor's page, and a visitor who sees what all see.

    Under the site's own address only: a request names its own host and port, and a page kept
    for each of those would fill the cache.
    """
    personal = {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name}
    return (
        request.resolver_match is not None
        and request.resolver_match.url_name == "wagtail_serve"
        and request.method in {"GET", "HEAD"}
        and request.get_host() == urlsplit(settings.BASE_URL).netloc
        and not request.META.get("QUERY_STRING")
        and personal.isdisjoint(request.COOKIES)
    )


def _may_keep(response: HttpResponse) -> bool:
    """Whether an answer is a page of editors without anything of this one request."""
    return (
        getattr(response, MARK, False)
        and response.status_code == HTTPStatus.OK
        and not response.cookies
        and b"nonce=" not in response.content
        and b"csrfmiddlewaretoken" not in response.content
    )


def _key(request: HttpRequest) -> str:
    release = latest_release()
    versions = (
        stamp.current(),
        str(release.id) if release else "",
        getattr(staticfiles_storage, "manifest_hash", ""),
    )
    parts = (*versions, get_language() or "", request.path)
    return f"cms.page.{sha256('|'.join(parts).encode()).hexdigest()}"


def _answer(request: HttpRequest, content: bytes, kind: str) -> HttpResponseBase:
    response = HttpResponse(content, content_type=kind)
    response["ETag"] = f'"{sha256(content).hexdigest()[:32]}"'
    response["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ("Cookie",))
    answer = get_conditional_response(request, etag=response["ETag"], response=response)
    return answer or response
