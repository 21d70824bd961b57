"""`{% load words %}`: running text as editors wrote it."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from wagtail.rich_text import RichText
from wagtail.templatetags.wagtailcore_tags import richtext

from cms.telephone import with_number

register = template.Library()


@register.simple_tag(takes_context=True)
def words(context: template.Context, text: RichText) -> SafeString:
    """Rich text as HTML, with the municipality's own number where an editor put it.

    Reads `municipality` of the context, so that a number costs no query; without one the
    words of the editor stay and lead nowhere.
    """
    municipality: dict[str, Any] = context.get("municipality") or {}
    html: SafeString = richtext(RichText(with_number(text.source, municipality.get("phone", ""))))
    return html
