"""A path into a definition: as the labels of the form that lead there, and as an address."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from intake.questionnaire.plain import Path

FIELDS: Final[Mapping[str, str]] = {
    "about": "needs",
    "always": "needs",
    "at_least_one": "needs",
    "conditional": "needs",
    "repeat": "repeat_item",
}
"""What a form calls otherwise than a definition does."""

LABELS: Final[Mapping[str, Promise]] = {
    "about": _("about whom"),
    "all": _("rule"),
    "always": _("shared questions"),
    "at_least_one": _("at least one"),
    "any": _("rule"),
    "bsn": _("citizen service number"),
    "bsn_ground": _("ground for the citizen service number"),
    "clocks": _("term"),
    "conditional": _("shared questions"),
    "child": _("about a child"),
    "example": _("example"),
    "examples": _("example for each topic"),
    "help": _("help"),
    "key": _("key"),
    "label": _("label"),
    "law": _("legal ground"),
    "next_step": _("what happens next"),
    "not": _("the opposite"),
    "only": _("only these shared questions"),
    "options": _("answer to choose"),
    "parts": _("field"),
    "question": _("question"),
    "regime": _("terms"),
    "reuse": _("used again"),
    "section": _("section"),
    "summary": _("summary"),
    "topics": _("topics"),
    "urgent": _("urgent if"),
    "when": _("asked only if"),
    "wording": _("words about somebody else"),
    "why": _("why we ask this"),
}


def spot(path: Path) -> str:
    """`("parts", 1, "options", 0)` is "field 2 › answer to choose 1"."""
    steps: list[str] = []
    for step in path:
        if isinstance(step, str):
            steps.append(str(LABELS.get(step, step)))
        elif steps:
            steps[-1] = f"{steps[-1]} {step + 1}"
    return " › ".join(steps)


def fragment(path: Path) -> str:
    """`("parts", 1, "label")` is "#plek=parts.1.label", where `spot.js` leads; none for none."""
    match path:
        case ():
            return ""
        case (str(field), *_rest) if field in FIELDS:
            return f"#plek={FIELDS[field]}"
    return f"#plek={'.'.join(map(str, path))}"
