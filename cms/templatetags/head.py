"""`{% load head %}`: what stands in the head of a page for search engines and link previews."""

import json
from collections.abc import Mapping
from typing import Any, Final

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from cms.feeds.structured import service
from cms.models import TopicPage
from cms.models.base import BasePage
from cms.templatetags.languages import language_of
from cms.topics import start_url, uniform_names

register = template.Library()
LOCALES: Final = {"nl": "nl_NL", "en": "en_GB", "ar": "ar_AR", "uk": "uk_UA"}
"""As Open Graph writes the languages of this site."""
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


@register.inclusion_tag("cms/head.html", takes_context=True)
def head_of(context: template.Context, page: BasePage) -> dict[str, Any]:
    """Its one true address, a preview for who shares it, and what kind of service it is."""
    request = context.get("request")
    if request is None or not page.pk:
        return {"url": ""}
    municipality = context.get("municipality") or {}
    followed = (each for each in page.in_every_language if each.pk == page.alias_of_id)
    url = next(followed, page).get_full_url(request)
    return {
        "page": page,
        "url": url,
        "municipality": municipality,
        "feed_url": reverse("news_feed"),
        "origin": request.build_absolute_uri("/").rstrip("/"),
        "locale": LOCALES[language_of(context, page)],
        "about": _service(page, url, municipality, context)
        if isinstance(page, TopicPage)
        else None,
    }


def _service(
    page: TopicPage, url: str, municipality: Mapping[str, Any], context: template.Context
) -> SafeString:
    request: HttpRequest = context["request"]
    about = service(
        title=page.title,
        abstract=page.search_description,
        url=url,
        language=language_of(context, page),
        start_url=request.build_absolute_uri(start_url(page.topic_key)),
        upl=uniform_names().get(page.topic_key, ""),
        municipality=municipality,
    )
    written = json.dumps(about, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(written)  # noqa: S308 — JSON without any sign that could end the element
