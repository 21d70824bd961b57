"""A resident submits: the one moment at which an intake becomes cases."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from intake.actions.submission_events import submission_events
from intake.audit.record import record
from intake.cases.clocks import amsterdam_date
from intake.cases.opening import CasePlan, open_cases
from intake.cases.reference import new_reference
from intake.catalogue.queries import questionnaire_of
from intake.outbox.events import emit_many
from intake.questionnaire.answers import Answers
from intake.questionnaire.questions import Question
from intake.questionnaire.routing import Route, follow
from intake.submissions.assurance import Assurance, demand
from intake.submissions.contents import empty_draft, load_answers, seal_frozen
from intake.submissions.drafts import lock_draft
from intake.submissions.models import Draft, FilerRole, Submission
from intake.vault.sealing import Opening, Unsealable, report


class Incomplete(Exception):
    """Something that applies was not answered yet, or not confirmed."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        super().__init__(f"{len(questions)} questions unanswered")
        self.questions = questions


def submit_intake(
    *,
    draft_id: UUID,
    user_id: UUID,
    assurance: str,
    now: datetime,
    language: str = settings.LANGUAGE_CODE,
) -> Submission:
    """Submit a draft: once, however often and from however many places it is asked.

    `language`: in which the resident read the questions, for whom answers in it.

    One durable transaction, without any network:
    1. Lock the draft; when it was submitted already, that submission is the answer.
    2. Open the answers and follow the route: everything that applies must be answered.
    3. Freeze what is on the path, sealed; what is off the path goes no further.
    4. Store a case per topic with its terms, recipients and first status.
    5. Put in the outbox what each recipient gets of each case, the receipt and the mail.
    6. Remove the draft's own answers; its stub stays, so that its address leads on.
    Raises Incomplete, DraftNotFound, AssuranceTooLow, Unsealable, DocumentTooLarge.
    """
    demand(have=assurance, need=Assurance.SUBSTANTIAL)
    opening = Opening(
        actor=f"user:{user_id}", purpose="submit", subject=f"draft:{draft_id}", at=now
    )
    try:
        return _submit(draft_id, user_id, assurance, language, opening)
    except Unsealable as error:
        report(error, opening=opening)  # its first report was rolled back with the rest
        raise


@transaction.atomic(durable=True)
def _submit(
    draft_id: UUID, user_id: UUID, assurance: str, language: str, opening: Opening
) -> Submission:
    draft = lock_draft(draft_id=draft_id, user_id=user_id, assurance=assurance)
    if draft.submitted_at:
        return Submission.objects.select_related("data_key").get(draft_id=draft.id)
    chosen = {each.topic: each.chosen_at for each in draft.topics.all()}
    route = _complete_route(draft, list(chosen), opening)
    submission = _freeze(draft, route, assurance, language, opening.at)
    plans = _plans(route, chosen)
    cases = open_cases(submission=submission, plans=plans, now=opening.at)
    events = submission_events(submission=submission, cases=cases, plans=plans, route=route)
    emit_many(events=events, now=opening.at)
    _leave_stub(draft, submission, opening)
    return submission


def _complete_route(draft: Draft, topic_keys: Collection[str], opening: Opening) -> Route:
    """The route through everything that was answered. Raises Incomplete."""
    answers = load_answers(draft, opening=opening)
    questionnaire = questionnaire_of(draft.release_id, topic_keys)
    route = follow(questionnaire, answers, today=amsterdam_date(opening.at))
    if unanswered := route.unanswered():
        raise Incomplete(unanswered)
    kept = [key for question in route.questions for key in route.keys_of(question)]
    frozen = Answers({key: answers[key] for key in kept})
    return follow(questionnaire, frozen, today=route.today)


def _freeze(draft: Draft, route: Route, assurance: str, language: str, now: datetime) -> Submission:
    submission = Submission(
        reference=new_reference(),
        draft_id=draft.id,
        owner_id=draft.owner_id,
        release_id=draft.release_id,
        data_key=draft.data_key,
        received_at=now,
        assurance=assurance,
        role=FilerRole.SELF,
        language=language,
    )
    seal_frozen(submission, answers=route.answers)
    submission.save(force_insert=True)
    return submission


def _plans(route: Route, chosen: Mapping[str, datetime]) -> Sequence[CasePlan]:
    """What each topic becomes, in the catalogue's order."""
    regimes = {regime.key: regime for regime in route.questionnaire.regimes}
    return [
        CasePlan(
            topic=topic,
            regime=regimes[topic.regime],
            recipients=route.recipients(topic.key),
            urgent=route.is_urgent(topic.key),
            first_chosen_at=chosen[topic.key],
        )
        for topic in route.questionnaire.topics
    ]


def _leave_stub(draft: Draft, submission: Submission, opening: Opening) -> None:
    """Empty the draft and say so in the audit trail."""
    empty_draft(draft, now=opening.at)
    record(
        actor=opening.actor,
        action="submitted",
        subject=f"submission:{submission.id}",
        purpose=opening.purpose,
        now=opening.at,
    )
