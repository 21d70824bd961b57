"""`{% load deadlines %}`: by when a resident hears from us, as a sentence."""

from collections.abc import Mapping
from typing import Final

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

register = template.Library()

SENTENCES: Final[Mapping[str, Promise]] = {
    "onderzoek": _("No later than {until} we have finished the investigation (onderzoek)."),
    "besluit": _("No later than {until} you get a letter with our decision (besluit)."),
    "eerste gesprek": _("No later than {until} you have a first talk."),
    "eerste gesprek bij bedreigende situatie": _("No later than {until} you have a first talk."),
    "persoonlijk plan": _("No later than {until} your personal plan is ready."),
}
"""By the name of the term in the catalogue."""
OTHER: Final = _("You will hear about the {name} no later than {until}.")


@register.simple_tag
def deadline(term: str, name: str, until: str) -> SafeString:
    """What a term promises. `term`: its Dutch name; `name`: the same as the reader is told it.

    A term of which the catalogue made up the name is told by that name.
    """
    day = format_html("<strong>{}</strong>", until)
    return format_html(str(SENTENCES.get(term, OTHER)), name=name, until=day)
