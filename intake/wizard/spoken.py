"""A question on its page in one language, with the Dutch that counts in law beside it."""

from dataclasses import replace

from django.conf import settings
from django.utils import translation

from intake.questionnaire.questions import Question
from intake.questionnaire.validation import Raw
from intake.wizard.access import Intake
from intake.wizard.asked import Asked, Original, OriginalInput
from intake.wizard.asking import NO_PROBLEMS, Found, ask, ask_item


def spoken(
    question: Question, intake: Intake, *, raw: Raw | None = None, problems: Found = NO_PROBLEMS
) -> Asked:
    """A question, as `ask`. One that nobody translated is Dutch with all that is around it."""
    language = _language(question, intake)
    with translation.override(language):
        asked = ask(question, intake.route, raw=raw, problems=problems)
    return replace(asked, language=language, original=_original(question, intake))


def spoken_item(
    question: Question,
    number: int,
    intake: Intake,
    *,
    raw: Raw | None = None,
    problems: Found = NO_PROBLEMS,
) -> Asked:
    """One item of a list, as `ask_item`."""
    language = _language(question, intake)
    with translation.override(language):
        asked = ask_item(question, number, intake.route, raw=raw, problems=problems)
    return replace(asked, language=language, original=_original(question, intake))


def _language(question: Question, intake: Intake) -> str:
    reader = translation.get_language() or settings.LANGUAGE_CODE
    is_dutch = question.element.key in intake.shown.dutch_only
    return settings.LANGUAGE_CODE if is_dutch else reader


def _original(question: Question, intake: Intake) -> Original | None:
    """The Dutch of a translated question; None when what is shown is Dutch already."""
    if _language(question, intake) == settings.LANGUAGE_CODE:
        return None
    dutch = {each.key: each for each in intake.shown.original.questions}[question.key]
    offered = {part.key: {o.value for o in part.options} for part in question.element.parts}
    return Original(
        text=dutch.text,
        help=dutch.element.help,
        inputs=tuple(
            OriginalInput(
                label=part.label,
                help=part.help,
                options=tuple(o.label for o in part.options if o.value in offered[part.key]),
            )
            for part in dutch.element.parts
            if part.key in offered and (part.label or part.help or part.options)
        ),
    )
