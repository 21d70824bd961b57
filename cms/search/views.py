"""The page of results, and suggestions while somebody types; nothing is kept of a query."""

from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.context import site
from cms.languages import DUTCH
from cms.search.live import search_index
from cms.search.results import KINDS, results_of, suggestions
from intake.wizard.telephone import Line, line

LONGEST: Final = 200
SHORTEST_SUGGESTED: Final = 2


@never_cache
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Results for `?q=`; without it a friendly page with the field to type in."""
    language = get_language() or DUTCH
    found = results_of(_query(request), search_index(language), language=language)
    context = {"found": found, "line": _telephone(request) if found.call_us else None}
    return _unlisted(render(request, "cms/search.html", context))


@never_cache
@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """`{"suggestions": [{"title", "kind", "url", "lang"}]}` for what was typed so far."""
    query = _query(request)
    if len(query) < SHORTEST_SUGGESTED:
        return JsonResponse({"suggestions": []})
    found = suggestions(query, search_index(get_language() or DUTCH))
    rows = [
        {
            "title": document.title,
            "kind": str(KINDS[document.kind]),
            "url": document.url,
            "lang": document.language,
        }
        for document in found
    ]
    return JsonResponse({"suggestions": rows})


def _telephone(request: HttpRequest) -> Line:
    """Whether somebody answers our telephone now."""
    hours = site(request)["municipality"].get("opening_hours", "")
    return line(hours, now=timezone.now())


def _query(request: HttpRequest) -> str:
    """What was asked, on one line and no longer than anybody types."""
    typed = request.GET.get("q", "").replace("\x00", " ")
    return " ".join(typed.split())[:LONGEST]


def _unlisted(response: HttpResponse) -> HttpResponse:
    """Kept out of search engines: a query may be somebody's own words."""
    response["X-Robots-Tag"] = "noindex"
    return response
