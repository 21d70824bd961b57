"""What a recipient may have at all, whatever the answers are."""

import re
from collections.abc import Iterable

from intake.questionnaire.answers import Item
from intake.questionnaire.codes import PartType, Sensitivity
from intake.questionnaire.definition import Part, Recipient
from intake.questionnaire.formats import Refused, read_bsn
from intake.questionnaire.questions import Question

COVER = "•" * 9
_NINE_DIGITS = re.compile(
    r"(?<![0-9])(?=([0-9](?:[\s.\-\u2013]{0,3}[0-9]){8})(?![0-9]))"
)  # looks ahead only: a number before a BSN must not use up its first digits


def may_have(recipient: Recipient, question: Question, *, topic: str) -> bool:
    """Whether this recipient may get the question's answer for a case of this topic.

    Only what the topic needs (domain rule: ask once is not share once), narrowed by
    `only` for shared elements, by `own_questions` for the topic's own, and by `bsn`.
    """
    if topic not in recipient.topics or all(need.topic != topic for need in question.needs):
        return False
    if question.element.sensitivity is Sensitivity.NATIONAL_ID and not recipient.bsn:
        return False
    if question.own:
        return recipient.own_questions
    return not recipient.only or question.element.key in recipient.only


def parts_for(recipient: Recipient, question: Question) -> tuple[Part, ...]:
    """Return the parts this recipient may get: a BSN inside an answer follows `bsn` too."""
    parts = question.element.parts
    return tuple(part for part in parts if part.type is not PartType.BSN or recipient.bsn)


def item_for(recipient: Recipient, question: Question, item: Item) -> Item:
    """Return what this recipient may get of an item, a BSN in running text covered."""
    return {
        part.key: text_for(recipient, value) if isinstance(value, str) else value
        for part in parts_for(recipient, question)
        if (value := item.get(part.key)) is not None
    }


def text_for(recipient: Recipient, text: str) -> str:
    """Return text as this recipient may read it: without a BSN, unless it may have one."""
    return text if recipient.bsn else _covered(text)


def _covered(text: str) -> str:
    covered, done = "", 0
    for found in _NINE_DIGITS.finditer(text):
        if _is_bsn(found[1]):
            covered += text[done : found.start(1)] + COVER
            done = found.end(1)
    return covered + text[done:]


def _is_bsn(digits: str) -> bool:
    try:
        read_bsn(re.sub(r"[^0-9]", "", digits))
    except Refused:
        return False
    return True


def readers(
    recipients: Iterable[Recipient], question: Question, *, topic: str
) -> tuple[Recipient, ...]:
    """Return those of the recipients that may have the answer for a case of this topic."""
    return tuple(each for each in recipients if may_have(each, question, topic=topic))
