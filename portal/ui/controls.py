"""Which control a type of answer gets, and how one is rendered."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString


class TextInput(NamedTuple):
    """How a browser should offer one line of text of some type.

    `direction`: numbers and addresses are written from the left in every language.
    """

    type: str = "text"
    inputmode: str = ""
    width: str = ""
    spellcheck: str = ""
    direction: str = "auto"


TEXT_INPUTS: Final = {
    "number": TextInput(inputmode="numeric", width="short", spellcheck="false", direction="ltr"),
    "money": TextInput(inputmode="decimal", width="short", spellcheck="false", direction="ltr"),
    "bsn": TextInput(inputmode="numeric", width="short", spellcheck="false", direction="ltr"),
    "iban": TextInput(width="medium", spellcheck="false", direction="ltr"),
    "house-number": TextInput(width="short", spellcheck="false", direction="ltr"),
    "postcode": TextInput(width="short", spellcheck="false", direction="ltr"),
    "phone": TextInput(type="tel", width="medium", spellcheck="false", direction="ltr"),
    "email": TextInput(type="email", spellcheck="false", direction="ltr"),
    "password": TextInput(type="password", spellcheck="false", direction="ltr"),
    "date": TextInput(width="short", spellcheck="false", direction="ltr"),
}
CONTROLS: Final = {
    "story": "textarea",
    "yes-no": "radios",
    "choice": "radios",
    "choices": "checkboxes",
    "select": "select",
    "date": "date",
}


def text(thing: object, name: str) -> str:
    """An attribute of an object or a key of a mapping as text, empty when absent."""
    given = thing.get(name) if isinstance(thing, Mapping) else getattr(thing, name, None)
    return str(given or "")


def described(thing: object, *notes: str) -> str:
    """The ids of the notes that the thing has: each is its own id and the note's name."""
    return " ".join(f"{text(thing, 'id')}-{note}" for note in notes if text(thing, note))


def render(field: object, *, as_heading: bool, within: str = "") -> SafeString:
    """The control that the field's type asks for, with its label and notes."""
    kind = text(field, "type")
    control = CONTROLS.get(kind, "field")
    notes = ("error", "help", "unit") if control == "field" else ("error", "help")
    context = {
        "field": field,
        "as_heading": as_heading,
        "within": within,
        "described": described(field, *notes),
        "text": TEXT_INPUTS.get(kind, TextInput()),
        "inline": kind == "yes-no",
    }
    return render_to_string(f"components/{control}.html", context)
