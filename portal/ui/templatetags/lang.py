"""`{% load lang %}`: marks words that are in another language than the page."""

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def lang(code: str) -> SafeString:
    """The attributes of an element whose words are in that language.

    Empty when that is the language of the page itself.
    """
    if not code or code == get_language():
        return SafeString("")
    right_to_left = code in settings.LANGUAGES_BIDI
    return format_html(' lang="{}" dir="{}"', code, "rtl" if right_to_left else "ltr")
