"""`{% load catalogue %}`: texts of the catalogue in the reader's language."""

from django import template
from django.utils.translation import get_language

from intake.catalogue.translations import shown_text

register = template.Library()


@register.filter
def shown(dutch: str) -> str:
    """A name or a text as it was stored, in the reader's language; else the Dutch itself."""
    return shown_text(dutch, get_language())
