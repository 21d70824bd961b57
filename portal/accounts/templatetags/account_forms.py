"""`{% load account_forms %}`: allauth's Django forms drawn with the components of `ui`."""

from typing import Any, Final

from django import template
from django.forms import BaseForm, BoundField
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from portal.ui.templatetags import ui

register = template.Library()

TYPES: Final = {"email": "email", "password": "password"}


@register.simple_tag
def form_fields(form: BaseForm) -> SafeString:
    """Every field of a form, the hidden ones too."""
    visible = [ui.field(_control(field)) for field in form.visible_fields()]
    hidden = [field.as_widget() for field in form.hidden_fields()]
    return format_html_join("", "{}", ((each,) for each in (*visible, *hidden)))


@register.inclusion_tag("components/error_summary.html")
def form_errors(form: BaseForm) -> dict[str, Any]:
    """What to mend, each message with its field's name and leading to it."""
    errors = [{"id": "", "message": message} for message in form.non_field_errors()]
    for field in form.visible_fields():
        for message in field.errors:
            errors.append({"id": field.id_for_label, "message": f"{field.label}: {message}"})
    return {"errors": errors}


def _control(field: BoundField) -> dict[str, Any]:
    kind = TYPES.get(getattr(field.field.widget, "input_type", ""), "text")
    attributes = field.field.widget.attrs
    return {
        "type": kind,
        "name": field.html_name,
        "id": field.id_for_label,
        "label": field.label,
        "value": "" if kind == "password" else field.value(),
        "help": field.help_text,
        "error": " ".join(str(error) for error in field.errors),
        "optional": not field.field.required,
        "autocomplete": attributes.get("autocomplete", ""),
        "inputmode": attributes.get("inputmode", ""),
    }
