"""What the portal, the receipt and the deliveries may know of cases: frozen views."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch

from intake.cases import history
from intake.cases.alarm import Alarm, alarm, told_terms
from intake.cases.clocks import Term, amsterdam_date
from intake.cases.lifecycle import Actor, may_follow
from intake.cases.models import Case, CaseQuerySet, CaseRecipient, StatusEvent
from intake.cases.reference import NotAReference, normalise
from intake.cases.status import Status
from intake.submissions.assurance import demand
from intake.vault.sealing import Opening


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """Something that happened. `recipient` is empty for the whole case."""

    at: datetime
    status: Status
    recipient: str
    recipient_name: str
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientView:
    """Who gets the case, and where it stands there."""

    key: str
    name: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """One case with its terms, recipients and history, the oldest event first."""

    id: UUID
    submission_id: UUID
    release_id: UUID
    submission_reference: str
    draft_id: UUID
    reference: str
    topic: str
    name: str
    kind: str
    law: str
    upl: str
    urgent: bool
    received_at: datetime
    first_chosen_at: datetime
    status: Status
    terms: tuple[Term, ...]
    recipients: tuple[RecipientView, ...]
    history: tuple[EventView, ...]

    @property
    def alarm(self) -> Alarm | None:
        """What an urgent case calls for; None when it is not urgent."""
        received = amsterdam_date(self.received_at)
        return alarm(self.terms, received=received) if self.urgent else None

    @property
    def may_be_withdrawn(self) -> bool:
        """Whether the resident can still take it back."""
        return any(
            may_follow(current=each.status, wanted=Status.WITHDRAWN, by=Actor.RESIDENT)
            for each in self.recipients
        )

    @property
    def told_terms(self) -> tuple[Term, ...]:
        """The terms a resident goes by."""
        received = amsterdam_date(self.received_at)
        return told_terms(self.terms, received=received, urgent=self.urgent)


def open_count(topics: Collection[str]) -> int:
    """How many cases of these topics are not finished or withdrawn."""
    return Case.objects.open().filter(topic__in=topics).count()


def cases_of(*, user_id: UUID, assurance: str) -> Sequence[CaseView]:
    """A resident's cases, the newest submission first; three queries, nothing is opened.

    Cases that need a higher level than the session's are left out.
    """
    cases = _with_history(Case.objects.owned_by(user_id).opened_by(assurance))
    return [_view(case, {}) for case in cases.order_by("-received_at", "position")]


def case_by_reference(
    *, user_id: UUID, reference: str, assurance: str, now: datetime
) -> CaseView | None:
    """A resident's case with the partners' texts; None when it is unknown or not theirs.

    Raises AssuranceTooLow.
    """
    try:
        cases = Case.objects.owned_by(user_id).filter(reference=normalise(reference))
    except NotAReference:
        return None
    case = _with_history(cases).first()
    if case is None:
        return None
    demand(have=assurance, need=case.submission.assurance)
    opening = Opening(
        actor=f"user:{user_id}", purpose="own case", subject=f"case:{case.id}", at=now
    )
    return _view(case, history.open_texts(case, opening=opening))


def cases_of_submission(submission_id: UUID) -> Sequence[CaseView]:
    """The cases of one submission in its order, for the confirmation, receipt and mail."""
    cases = _with_history(Case.objects.filter(submission_id=submission_id))
    return [_view(case, {}) for case in cases.order_by("position")]


def _with_history(cases: CaseQuerySet) -> CaseQuerySet:
    return cases.select_related("submission__data_key").prefetch_related(
        Prefetch("recipients", CaseRecipient.objects.order_by("id")),
        Prefetch("events", StatusEvent.objects.in_order()),
    )


def _view(case: Case, texts: Mapping[UUID, str]) -> CaseView:
    names = {each.recipient: each.name for each in case.recipients.all()}
    events = list(case.events.all())
    return CaseView(
        id=case.id,
        submission_id=case.submission_id,
        release_id=case.submission.release_id,
        submission_reference=case.submission.reference,
        draft_id=case.submission.draft_id,
        reference=case.reference,
        topic=case.topic,
        name=case.name,
        kind=case.kind,
        law=case.law,
        upl=case.upl,
        urgent=case.urgent,
        received_at=case.received_at,
        first_chosen_at=case.first_chosen_at,
        status=Status(events[-1].status),
        terms=tuple(Term(each["name"], date.fromisoformat(each["until"])) for each in case.terms),
        recipients=tuple(
            RecipientView(key=key, name=name, status=history.status_at(events, key))
            for key, name in names.items()
        ),
        history=tuple(_event_view(event, names, texts) for event in events),
    )


def _event_view(
    event: StatusEvent, names: Mapping[str, str], texts: Mapping[UUID, str]
) -> EventView:
    return EventView(
        at=event.at,
        status=Status(event.status),
        recipient=event.recipient,
        recipient_name=names.get(event.recipient, ""),
        text=texts.get(event.id, ""),
    )
