"""What a submission puts in the outbox."""

from collections.abc import Sequence
from datetime import date

from intake.cases.models import Case
from intake.cases.opening import CasePlan
from intake.catalogue.municipality import Municipality
from intake.catalogue.queries import municipality_of
from intake.delivery.document import EVENT_TYPE, CaseFacts, Filer, case_document
from intake.outbox.destinations import Destination
from intake.outbox.events import NewEvent
from intake.outbox.states import KIND_PARTNER
from intake.questionnaire.definition import Recipient
from intake.questionnaire.projection import project
from intake.questionnaire.routing import Route
from intake.submissions.models import Submission

RECEIVED = "nl.voordeur.intake.ontvangen.v1"


def submission_events(
    *,
    submission: Submission,
    cases: Sequence[Case],
    plans: Sequence[CasePlan],
    route: Route,
) -> list[NewEvent]:
    """An event per case and recipient with only what that recipient may have; then ours.

    `cases` and `plans` stand in the same order. Receipt and mail need no payload: they
    read the submission when it is their turn. Raises DocumentTooLarge.
    """
    municipality = municipality_of(submission.release_id)
    forwarded = [
        _forwarded(submission, case, recipient, municipality, route)
        for case, plan in zip(cases, plans, strict=True)
        for recipient in plan.recipients
    ]
    return [*forwarded, _received(submission)]


def _forwarded(
    submission: Submission,
    case: Case,
    recipient: Recipient,
    municipality: Municipality,
    route: Route,
) -> NewEvent:
    answers = project(route, topic=case.topic, recipient=recipient.key)
    document = case_document(
        municipality=municipality,
        case=_facts(case, submission),
        recipient=recipient,
        filer=Filer(role=submission.role, assurance=submission.assurance),
        answers=answers,
    )
    return NewEvent(
        type=EVENT_TYPE,
        case_id=case.id,
        submission_id=submission.id,
        destinations=[Destination(KIND_PARTNER, recipient.key)],
        idempotency_key=f"forwarded:{case.id}:{recipient.key}",
        payload=document,
    )


def _facts(case: Case, submission: Submission) -> CaseFacts:
    return CaseFacts(
        id=case.id,
        reference=case.reference,
        topic=case.topic,
        kind=case.kind,
        law=case.law,
        upl=case.upl,
        received_at=case.received_at,
        urgent=case.urgent,
        language=submission.language,
        terms=[(each["name"], date.fromisoformat(each["until"])) for each in case.terms],
    )


def _received(submission: Submission) -> NewEvent:
    return NewEvent(
        type=RECEIVED,
        case_id=None,
        submission_id=submission.id,
        destinations=[Destination("receipt"), Destination("mail")],
        idempotency_key=f"received:{submission.id}",
    )
