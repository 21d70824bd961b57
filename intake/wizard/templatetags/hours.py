"""`{% load hours %}`: the municipality's opening hours in the reader's language, and what they mean now."""

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from intake.wizard.telephone import Line, in_signs, line

register = template.Library()


@register.simple_tag
def line_now(hours: str) -> Line:
    """Whether somebody answers the telephone at this moment, with these opening hours."""
    return line(hours, now=timezone.now())


@register.filter
def spoken(hours: str) -> SafeString:
    """The municipality's own line for who reads Dutch; days and times for who does not.

    A line that is not understood stays as it is, marked as Dutch.
    """
    if get_language() == settings.LANGUAGE_CODE:
        return format_html("{}", hours)
    elsewhere = in_signs(hours)
    if elsewhere:
        return format_html("{}", elsewhere)
    return format_html('<span lang="nl" dir="ltr">{}</span>', hours)
