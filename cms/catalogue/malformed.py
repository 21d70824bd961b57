"""Why something cannot be read: what the engine says for makers, in an editor's own language."""

import re
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.catalogue.spots import LABELS


def in_words(problem: str) -> str:
    """The same for who uploads or fills in; empty when unknown."""
    for pattern, words in WORDS.items():
        if found := re.fullmatch(pattern, problem, re.DOTALL):
            return str(words) % {name: _named(each) for name, each in found.groupdict().items()}
    return ""


def _named(key: str) -> str:
    """A name of the file, with what the form calls it."""
    words = str(LABELS.get(key, key))
    return key if words == key else f"{key} ({words})"


WORDS: Final[dict[str, Promise]] = {
    "is not UTF-8 text": _("This is not a text file in UTF-8."),
    "holds (characters|values) .*": _("This is not a catalogue file: it holds unreadable signs."),
    "is repeated by an alias.*": _("This stands elsewhere too, by an alias: write it out."),
    'found duplicate key "(?P<key>.*?)".*': _("The name %(key)s stands here twice."),
    "is not a key here; known are (?P<known>.*)": _(
        "This name is not known here. Known are: %(known)s."
    ),
    "(?P<key>[a-z_]+) is missing": _("%(key)s is missing."),
    "must be one of (?P<codes>.*)": _("This must be one of: %(codes)s."),
    "must be text": _("This must be text."),
    "must be true or false": _("This must be true or false."),
    "must be a whole number": _("This must be a whole number."),
    "must be a whole number or an amount.*": _(
        'This must be a whole number, or an amount between quotes such as "12.50".'
    ),
    "must be a date.*": _('This must be a date between quotes, such as "2026-01-31".'),
    "must be a list": _("This must be a list."),
    "must be a mapping.*": _("This must be a list of names with values."),
    "must be (?P<schema>voordeur-catalogue/.*)": _(
        "This is not a catalogue file: its first line must be schema: %(schema)s."
    ),
    "must be all, any, not.*": _("This must be all, any, not, or one question with one operator."),
    "must be text, a whole number.*": _("This must be text, a whole number, or true or false."),
}
"""By what stands in the engine's own words."""
