"""The error pages: what happened, and how somebody gets on from here.

Programs get problem+json (RFC 9457) instead. Those for 400, 500 and 503 are made without
the request and without context processors, because what failed may be what these read.
"""

import sys
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language_from_path, override
from django.views import defaults

from cms import last_known

MACHINE_PATHS: Final = ("/api/",)
RETRY_SECONDS: Final = 300


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request itself is wrong; even its host name may be."""
    return plain(request, HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """403, with the way to log in."""
    if is_machine(request):
        return _problem(HTTPStatus.FORBIDDEN)
    return defaults.permission_denied(request, exception)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """404, with search."""
    if is_machine(request):
        return _problem(HTTPStatus.NOT_FOUND)
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """500; 503 while the database does not answer, so that nobody takes it for the end."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return unavailable(request)
    return plain(request, HTTPStatus.INTERNAL_SERVER_ERROR)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503: come back in some minutes."""
    response = plain(request, HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = str(RETRY_SECONDS)
    return response


def plain(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    """A page from templates alone, in the language of the address."""
    if is_machine(request):
        return _problem(status)
    language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with override(language):
        html = render_to_string(f"{status.value}.html", dict(last_known.of(language)))
    response = HttpResponse(html, status=status)
    patch_cache_control(response, no_store=True)
    return response


def is_machine(request: HttpRequest) -> bool:
    """Whether a program asks: by its address, or because it wants JSON and no HTML."""
    accepted = request.headers.get("Accept", "")
    wants_json = "json" in accepted and "html" not in accepted
    return wants_json or request.path_info.startswith(MACHINE_PATHS)


def _problem(status: HTTPStatus) -> HttpResponse:
    body = {"type": "about:blank", "title": status.phrase, "status": status.value}
    response = JsonResponse(body, status=status, content_type="application/problem+json")
    patch_cache_control(response, no_store=True)
    return response
