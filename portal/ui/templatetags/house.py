"""`{% load house %}`: the parts of the chosen house style, for the page's frame."""

from django import template

from portal.ui.house import House, chosen

register = template.Library()


@register.simple_tag
def house() -> House:
    """`{% house as style %}`: the addresses of the tokens, the mark and the horizon."""
    return chosen()
