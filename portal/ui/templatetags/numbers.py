"""`{% load numbers %}`: telephone numbers in a sentence are a tap away."""

import re
from typing import Final

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_NUMBER: Final = re.compile(
    rf"(?<![\w.,-])(?:112|0[89]00-\d{{4,7}}|14[ {NO_BREAK}]0\d{{2,4}})(?![\w-]|[.,]\d)"
)
"""The numbers that texts name: 112, free and paid lines, and a municipality's own."""


@register.filter
def numbers(text: str) -> SafeString:
    """A sentence as HTML, its numbers links that do not break; it holds no tags of its own."""
    escaped = conditional_escape(text)
    return mark_safe(_NUMBER.sub(_link, escaped))  # noqa: S308 (escaped above)


def _link(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found[0])
    number = found[0].replace(" ", NO_BREAK)
    return f'<a class="utrecht-link utrecht-link--html-a" href="tel:{digits}">{number}</a>'
