"""Saving what a page's form says, in one verb."""

from collections.abc import Mapping

from django.http import HttpRequest

from intake.actions.save_answers import save_answers
from intake.questionnaire.answers import Answer, AnswerKey
from intake.questionnaire.validation import Raw
from intake.wizard.access import Intake


def raw_of(request: HttpRequest) -> Raw:
    """What the form sent."""
    return {name: request.POST.getlist(name) for name in request.POST}


def save(intake: Intake, answers: Mapping[AnswerKey, Answer | None], *, page: str) -> Intake:
    """Save, also when nothing changed: it is where to resume. The intake as it stands then."""
    save_answers(
        draft_id=intake.id,
        user_id=intake.visitor.user_id,
        assurance=intake.visitor.level,
        answers=answers,
        page=page,
        now=intake.now,
    )
    return intake.with_answers(answers)
