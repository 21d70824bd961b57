"""`{% load hours %}`: opening hours in the language of the reader, and what they mean now."""

from datetime import datetime
from typing import Final

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from intake.wizard.telephone import Line, in_signs, line

register = template.Library()

# Django has the names of days as they stand alone; after "call us" Ukrainian wants another form.
UKRAINIAN_DAYS: Final = (
    "у понеділок",
    "у вівторок",
    "у середу",
    "у четвер",
    "у п’ятницю",
    "у суботу",
    "у неділю",
)


@register.filter
def on_day(moment: datetime) -> str:
    """The day of a moment within a sentence: Monday 30 November."""
    if get_language() == "uk":
        return f"{UKRAINIAN_DAYS[moment.weekday()]}, {date_format(moment, 'j E')},"
    return date_format(moment, "l j E")


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
