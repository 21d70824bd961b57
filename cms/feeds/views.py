"""The feeds' addresses: read the pages, write them out."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.feeds.products import Product, catalogue
from cms.models import MunicipalityData, TopicPage
from cms.shown import shown
from cms.topics import start_url, uniform_names
from cms.translating import unfinished

HOUR = 3600
CLOSED = ("/beheer/", "/mijn/", "/account/", "/intake/", "/api/", "/zoeken/")


@require_safe
def product_catalogue(request: HttpRequest) -> HttpResponse:
    """Every topic that has a page, for overheid.nl."""
    data = MunicipalityData.objects.first()
    name = data.name.removeprefix("Gemeente ") if data else ""
    xml = catalogue(_products(request), municipality=name)
    return _kept(HttpResponse(xml, content_type="application/xml; charset=utf-8"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read, and where the list of pages is."""
    site_map = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), f"Sitemap: {site_map}"]
    return _kept(HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8"))


def _products(request: HttpRequest) -> Iterator[Product]:
    names = uniform_names()
    pages = shown(TopicPage.objects.filter(alias_of=None)).select_related("locale")
    for page in pages.exclude(pk__in=unfinished()).order_by("path"):
        yield Product(
            key=f"{page.topic_key}-{page.locale.language_code}",
            url=page.get_full_url(request),
            title=page.title,
            abstract=page.search_description or page.introduction,
            language=page.locale.language_code,
            modified=page.last_published_at or timezone.now(),
            upl=names.get(page.topic_key, ""),
            start_url=request.build_absolute_uri(start_url(page.topic_key)),
        )


def _kept(response: HttpResponse) -> HttpResponse:
    """Let whoever asks keep the answer for an hour."""
    response["Cache-Control"] = f"public, max-age={HOUR}"
    return response
