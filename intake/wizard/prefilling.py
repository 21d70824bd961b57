"""Filling in what a register knows, at the moment its page is shown.

Not earlier: what the answers do not call for is not asked of a register, and a source
that was down is asked again by showing the page again.
"""

from collections.abc import Iterable

from intake.actions.prefill_draft import prefill_draft
from intake.questionnaire.answers import AnswerKey
from intake.questionnaire.codes import About
from intake.questionnaire.questions import Question
from intake.submissions.assurance import Assurance
from intake.wizard.access import Intake, open_intake
from intake.wizard.visitor import doorkeeper


def needs_register(questions: Iterable[Question]) -> bool:
    """Whether a page shows data of a register, for which an e-mail session is not enough."""
    return any(question.element.prefilled for question in questions)


def is_closed(intake: Intake, questions: Iterable[Question]) -> bool:
    """Whether a page asks for a higher level than this session has."""
    return needs_register(questions) and not intake.visitor.level.covers(Assurance.SUBSTANTIAL)


def prefilled(intake: Intake, questions: Iterable[Question]) -> tuple[Intake, tuple[str, ...]]:
    """The intake with what registers know of these questions, and the names of sources down."""
    if not any(_may_be_known(intake, question) for question in questions):
        return intake, ()
    visitor = intake.visitor
    outcome = prefill_draft(
        draft_id=intake.id,
        user_id=visitor.user_id,
        assurance=visitor.level,
        bsn=doorkeeper().bsn(visitor.user_id, now=intake.now),
        now=intake.now,
    )
    if outcome.filled:
        intake = open_intake(visitor, intake.id, now=intake.now)
    return intake, outcome.down


def _may_be_known(intake: Intake, question: Question) -> bool:
    return (
        question.element.prefilled
        and question.about is About.SELF
        and AnswerKey(question.key) not in intake.route.answers
    )
