"""Making the cases of a submission: three queries, however many topics."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from intake.cases.clocks import amsterdam_date, terms
from intake.cases.models import Case, CaseRecipient, StatusEvent
from intake.cases.reference import new_reference
from intake.cases.status import Status
from intake.questionnaire.definition import Recipient, Regime, Topic
from intake.submissions.models import Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePlan:
    """What one topic of a submission becomes: its law, its clocks, who gets it."""

    topic: Topic
    regime: Regime
    recipients: tuple[Recipient, ...]
    urgent: bool
    first_chosen_at: datetime


def open_cases(
    *, submission: Submission, plans: Sequence[CasePlan], now: datetime
) -> Sequence[Case]:
    """Store a case per plan with its recipients and its first status, in the order given."""
    cases = [_case(submission, position, plan, now) for position, plan in enumerate(plans)]
    Case.objects.bulk_create(cases)
    CaseRecipient.objects.bulk_create(
        CaseRecipient(case=case, recipient=each.key, name=each.name)
        for case, plan in zip(cases, plans, strict=True)
        for each in plan.recipients
    )
    StatusEvent.objects.bulk_create(
        StatusEvent(case=case, number=1, status=Status.RECEIVED, at=now) for case in cases
    )
    return cases


def _case(submission: Submission, position: int, plan: CasePlan, now: datetime) -> Case:
    topic = plan.topic
    until = terms(plan.regime, topic.kind, received=amsterdam_date(now), urgent=plan.urgent)
    return Case(
        submission=submission,
        position=position,
        topic=topic.key,
        name=topic.name,
        kind=topic.kind.value,
        law=topic.law,
        upl=topic.upl,
        reference=new_reference(),
        terms=[{"name": term.name, "until": term.until.isoformat()} for term in until],
        urgent=plan.urgent,
        first_chosen_at=min(plan.first_chosen_at, now),
        received_at=now,
    )
