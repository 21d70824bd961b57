"""What a condition may look at, and how it may be compared: what the builder offers.

The questions stand in the order in which they are asked, so that a form can leave out
what comes later. Which operators fit is the engine's own table.
"""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.catalogue.blocks.choices import ABOUTS, SECTIONS
from intake.questionnaire.authoring.lint.setting import Setting
from intake.questionnaire.codes import PartType, Section
from intake.questionnaire.definition import Catalogue, Element, Option, Part, Topic
from intake.questionnaire.dutch import DUTCH
from intake.questionnaire.operators import operators_for, operators_without_part

Offer = dict[str, Any]

WORDS: Final[Mapping[str, Promise]] = {
    "question": _("Question"),
    "value": _("Value"),
    "values": _("One of these answers"),
    "choose": _("Choose a question"),
    "chooseValue": _("Choose an answer"),
    "gone": _("%(name)s (does not exist)"),
    "misfit": _("%(name)s (does not fit here)"),
    "notHere": _("Not asked earlier than this"),
    "whole": _("the question as a whole"),
    "siblings": _("Earlier fields of this question"),
    "check": _("This rule needs a look: it names what does not exist or does not fit."),
    "none": _("There is no earlier question to look at here."),
    "says": _("In words:"),
    "unsaid": _("The sentence could not be fetched."),
}


def offered(catalogue: Catalogue) -> Offer:
    """Everything for the browser, ready for JSON; the words in the language of the moment."""
    setting = Setting(catalogue)
    topic_of = {own.key: each.key for each in catalogue.topics for own in each.questions}
    return {
        "questions": [
            _question(each, topic_of.get(each.key, ""), setting)
            for each in setting.elements.values()
        ],
        "topics": {each.key: _topic(each) for each in catalogue.topics},
        "sections": [[code, str(words)] for code, words in SECTIONS],
        "own": Section.TOPIC.value,
        "people": {code: str(words) for code, words in ABOUTS},
        "answers": {"yes": DUTCH.yes, "no": DUTCH.no, "unknown": DUTCH.unknown},
        "operators": {each.value: _operators(each) for each in PartType},
        "words": {name: str(words) for name, words in WORDS.items()},
    }


def _question(element: Element, topic: str, setting: Setting) -> Offer:
    asked = [each for found in setting.asked.values() for each in found]
    return {
        "key": element.key,
        "label": element.label,
        "section": element.section.value,
        "topic": topic,
        "people": sorted({each.about.value for each in asked if each.element == element.key}),
        "parts": [_part(each) for each in element.parts],
        "whole": [each.value for each in operators_without_part(element)],
    }


def _part(part: Part) -> Offer:
    return {
        "key": part.key,
        "label": part.label,
        "type": part.type.value,
        "unknown": part.unknown,
        "options": [[each.value, each.label] for each in part.options],
    }


def _topic(topic: Topic) -> Offer:
    return {"name": topic.name, "asks": [*topic.always, *topic.conditional]}


def _operators(kind: PartType) -> Offer:
    """By whether "I do not know" is an answer too."""
    options = (Option(value="a", label="a"),)
    parts = {
        str(unknown).lower(): Part(key="a", type=kind, unknown=unknown, options=options)
        for unknown in (False, True)
    }
    return {name: [each.value for each in operators_for(part)] for name, part in parts.items()}
