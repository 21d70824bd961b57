"""The confirmation: what was received, what it is in law, who has it, what happens next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intake.cases.alarm import Alarm
from intake.cases.queries import CaseView, cases_of_submission
from intake.catalogue.queries import municipality_of, questionnaire_of
from intake.outbox.progress import Progress, progress_of
from intake.questionnaire.codes import Kind
from intake.questionnaire.definition import Topic
from intake.questionnaire.laws import full_law
from intake.receipts.queries import is_made
from intake.submissions.assurance import AssuranceTooLow
from intake.submissions.drafts import DraftNotFound, draft_of
from intake.submissions.models import Submission
from intake.submissions.queries import submission_of_draft
from intake.wizard.alarmed import alarm_of, is_taken
from intake.wizard.calling import line_of
from intake.wizard.papers import papers_of
from intake.wizard.visitor import Visitor, to_step_up, visitor_of

KINDS: Final[Mapping[str, Promise]] = {
    Kind.MELDING: _("a report (melding): you tell us which help you need"),
    Kind.AANVRAAG: _("an application (aanvraag): we decide, and send you a letter"),
    Kind.AANMELDING: _("a registration (aanmelding): we invite you for a talk"),
    Kind.VERZOEK: _("a request (verzoek): we answer it"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has a part. `words` say how far it is; the codes are the page's hooks."""

    key: str
    name: str
    delivery: str
    picked_up: bool
    words: Promise
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """One topic of what was submitted. `first_chosen_at` only where that day counts.

    `alarm`: while an urgent part waits for somebody who works on it; `taken`: it was picked up.
    """

    topic: str
    name: str
    kind: Promise
    law: str
    reference: str
    alarm: Alarm | None
    taken: bool
    first_chosen_at: datetime | None
    next_step: str
    terms: tuple[tuple[str, date], ...]
    holders: tuple[Holder, ...]


@never_cache
@login_required
@require_safe
def sent(request: HttpRequest, intake_id: UUID) -> HttpResponse:
    """May be kept as a bookmark; an intake that is not submitted yet leads to its tasks."""
    visitor = visitor_of(request)
    try:
        submission = submission_of_draft(
            draft_id=intake_id, user_id=visitor.user_id, assurance=visitor.level
        )
        if submission is None:
            return _not_sent(intake_id, visitor)
    except AssuranceTooLow:
        return to_step_up(request)
    return render(request, "intake/sent.html", _context(submission, now=timezone.now()))


def _not_sent(intake_id: UUID, visitor: Visitor) -> HttpResponse:
    try:
        draft_of(draft_id=intake_id, user_id=visitor.user_id, assurance=visitor.level)
    except DraftNotFound:
        raise Http404 from None
    return redirect("intake:tasks", intake_id)


def _context(submission: Submission, *, now: datetime) -> dict[str, object]:
    cases = cases_of_submission(submission.id)
    questionnaire = questionnaire_of(submission.release_id, [case.topic for case in cases])
    topics = {topic.key: topic for topic in questionnaire.topics}
    receiver = municipality_of(submission.release_id)
    parts = sorted(_parts(topics, cases), key=lambda part: part.alarm is None)
    return {
        "reference": submission.reference,
        "received_at": submission.received_at,
        "receiver": receiver,
        "line": line_of(receiver, now=now),
        "parts": parts,
        "alarmed": any(part.alarm for part in parts),
        "papers": papers_of(questionnaire.topics),
        "receipt_made": is_made(submission.id),
        "receipt_url": reverse("mine:receipt", args=[cases[0].reference]),
    }


def _parts(topics: Mapping[str, Topic], cases: Sequence[CaseView]) -> Iterator[PartView]:
    progress = progress_of(cases)
    for case in cases:
        yield _part(case, topics[case.topic], progress[case.id])


def _part(case: CaseView, topic: Topic, progress: Sequence[Progress]) -> PartView:
    told = alarm_of(case)
    return PartView(
        topic=case.topic,
        name=case.name,
        kind=KINDS[case.kind],
        law=full_law(case.law),
        reference=case.reference,
        alarm=told,
        taken=is_taken(progress),
        first_chosen_at=case.first_chosen_at if topic.first_day_counts else None,
        next_step=topic.next_step,
        terms=tuple(
            (term.name, term.until)
            for term in case.told_terms
            if told is None or term != told.term  # which the alarm says already
        ),
        holders=tuple(map(_holder, progress)),
    )


def _holder(progress: Progress) -> Holder:
    words, at = _how_far(progress)
    return Holder(
        key=progress.recipient,
        name=progress.name,
        delivery=progress.state,
        picked_up=progress.picked_up_at is not None,
        words=words,
        at=at,
    )


def _how_far(progress: Progress) -> tuple[Promise, datetime | None]:
    if progress.picked_up_at:
        return _("Picked up"), progress.picked_up_at
    if progress.stuck:
        return _("Sending does not work yet. We are solving it; you need not do anything."), None
    if progress.arrived_at:
        return _("Arrived"), progress.arrived_at
    if progress.sent_at:
        return _("Sent"), progress.sent_at
    return _("On its way"), None
