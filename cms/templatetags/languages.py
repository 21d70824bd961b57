"""`{% load languages %}`: the same page in another language, and words that are Dutch only."""

from typing import Any

from django import template
from django.utils.translation import get_language
from wagtail.models import Page

from cms import languages
from cms.models.base import BasePage

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
    return {"alternates": languages.alternates(page, request) if page.pk and request else []}


@register.simple_tag
def language_of(page: Page) -> str:
    """The code of the language that the words of a page are in."""
    return languages.DUTCH if languages.is_dutch_only(page) else get_language() or languages.DUTCH


@register.filter
def dutch_only(page: Page) -> bool:
    """Whether the words of a page are Dutch and those around it are not."""
    return languages.is_dutch_only(page)
