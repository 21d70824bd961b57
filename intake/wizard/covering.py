"""Covering a citizen service number: somebody may be looking over a shoulder."""

from intake.questionnaire.codes import Sensitivity
from intake.questionnaire.questions import Questionnaire

SHOWN_DIGITS = 3


def national_ids(questionnaire: Questionnaire) -> frozenset[str]:
    """Keys of the elements that hold a BSN."""
    return frozenset(
        question.element.key
        for question in questionnaire.questions
        if question.element.sensitivity is Sensitivity.NATIONAL_ID
    )


def covered(text: str) -> str:
    """Only the last digits."""
    return "•" * (len(text) - SHOWN_DIGITS) + text[-SHOWN_DIGITS:]
