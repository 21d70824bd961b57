"""`{% load languages %}`: the same page in another language, and words that are Dutch only."""

from typing import Any

from django import template
from django.utils.translation import get_language

from cms import languages
from cms.models.base import BasePage
from cms.translating import Listed, Unfinished, is_partly_dutch

register = template.Library()


@register.simple_tag(takes_context=True)
def language_links(context: template.Context) -> list[languages.LanguageLink]:
    """This page in every language; none on a page without a request, such as a crash."""
    request = context.get("request")
    return languages.links(request, context.get("page")) if request else []


@register.inclusion_tag("cms/alternates.html", takes_context=True)
def alternates(context: template.Context, page: BasePage) -> dict[str, Any]:
    """Links in the head to the translations of a page."""
    request = context.get("request")
    if not (page.pk and request):
        return {"alternates": []}
    return {"alternates": languages.alternates(page, request, _unfinished(context))}


@register.simple_tag(takes_context=True)
def language_of(context: template.Context, page: Listed) -> str:
    """The code of the language that the words of a page are in."""
    is_dutch = languages.is_dutch_only(page, _unfinished(context))
    return languages.DUTCH if is_dutch else get_language() or languages.DUTCH


@register.simple_tag(takes_context=True)
def dutch_only(context: template.Context, page: Listed) -> bool:
    """Whether the words of a page are Dutch and those around it are not."""
    return languages.is_dutch_only(page, _unfinished(context))


@register.simple_tag(takes_context=True)
def partly_dutch(context: template.Context, page: Listed) -> bool:
    """Whether somebody is still translating the page: some of its words are Dutch."""
    return get_language() != languages.DUTCH and is_partly_dutch(page, _unfinished(context))


def _unfinished(context: template.Context) -> Unfinished:
    """As `cms.context.site` gives it; a crash page has none."""
    found: Unfinished = context.get("unfinished") or {}
    return found
