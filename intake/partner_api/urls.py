"""Addresses of the partner API. Every answer names the API's version."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.urls import URLPattern, path, re_path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from intake.delivery.document import SCHEMA, SCHEMA_FILE
from intake.partner_api.api import VERSION, api
from intake.partner_api.problems import method_not_allowed, not_found


@require_safe
def schema(_request: HttpRequest) -> FileResponse:
    """The JSON Schema of the document that partners receive."""
    return FileResponse(SCHEMA_FILE.open("rb"), content_type="application/schema+json")


def _versioned(view: Callable[..., Any]) -> Callable[..., HttpResponseBase]:
    """The view, with the API's version on every answer and a problem for a wrong method."""

    @wraps(view)
    def answer(request: HttpRequest, *arguments: object, **named: object) -> HttpResponseBase:
        response: HttpResponseBase = view(request, *arguments, **named)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response = method_not_allowed(response)
        response["API-Version"] = VERSION
        return response

    return answer


app_name = api.urls_namespace
_patterns, _app, _namespace = api.urls
urlpatterns = [
    *_patterns,
    path(f"schemas/{SCHEMA}.json", csrf_exempt(schema), name="schema"),
    re_path("", csrf_exempt(not_found), name="unknown"),
]
for _pattern in urlpatterns:
    if isinstance(_pattern, URLPattern):
        _view = not_found if _pattern.name == "api-root" else _pattern.callback
        _pattern.callback = _versioned(_view)
