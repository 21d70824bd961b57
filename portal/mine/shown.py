"""What the pages of Mijn omgeving show: cases in the resident's words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from django.utils.translation import gettext as _

from intake.cases.alarm import Alarm
from intake.cases.queries import CaseView, EventView
from intake.cases.status import Status
from intake.outbox.progress import Progress, progress_of
from intake.questionnaire.laws import full_law
from intake.wizard.alarmed import ENDED, alarm_of, is_taken

HIDDEN = frozenset({Status.SENT, Status.DELIVERED})
"""What the steps per recipient already say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the three words, and when it came true."""

    label: str
    done: bool
    current: bool
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRecipient:
    """Where a case is with one recipient; `state` and `picked_up` are the page's hooks."""

    key: str
    name: str
    state: str
    picked_up: bool
    stuck: bool
    steps: tuple[Step, ...]

    @property
    def present(self) -> Step:
        """The step it is at now."""
        return next(step for step in self.steps if step.current)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCase:
    """A case on the page. `deadline`: the last day of its first running term.

    `alarm`: while an urgent case waits for somebody who works on it; `taken`:
    it was picked up. `asks`: what a recipient
    wants to know and was not yet followed by anything else of theirs; `returned`: why a
    recipient cannot handle it.
    `holders`: the names of the recipients that have it; `waiting`: of those that do not yet.
    """

    reference: str
    topic: str
    name: str
    kind: str
    law: str
    status: str
    withdrawn: bool
    may_be_withdrawn: bool
    holders: tuple[str, ...]
    waiting: tuple[str, ...]
    alarm: Alarm | None
    taken: bool
    received_at: datetime
    first_chosen_at: datetime
    deadline: date | None
    terms: tuple[tuple[str, date], ...]
    asks: tuple["ShownEvent", ...]
    returned: tuple["ShownEvent", ...]
    recipients: tuple[ShownRecipient, ...]
    events: tuple["ShownEvent", ...]

    @property
    def pressing(self) -> tuple[bool, bool]:
        """For sorting: first what is urgent, then what waits for the resident."""
        return self.alarm is None, not self.asks


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvent:
    """A line of the timeline: what happened, who says so, and their words."""

    at: datetime
    label: str
    by: str
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSubmission:
    """The cases of one intake under its own reference."""

    reference: str
    received_at: datetime
    cases: tuple[ShownCase, ...]


def submissions(cases: Sequence[CaseView]) -> list[ShownSubmission]:
    """The cases grouped by the intake they came from: what presses first, else as given."""
    progress = progress_of(cases)
    shown = (
        _submission(reference, [_case(case, progress[case.id]) for case in grouped])
        for reference, grouped in _by_submission(cases)
    )
    return sorted(shown, key=lambda each: each.cases[0].pressing)


def _submission(reference: str, cases: Sequence[ShownCase]) -> ShownSubmission:
    ordered = sorted(cases, key=lambda case: case.pressing)
    received = cases[0].received_at
    return ShownSubmission(reference=reference, received_at=received, cases=tuple(ordered))


def one(case: CaseView) -> ShownCase:
    """One case with everything that happened to it."""
    return _case(case, progress_of([case])[case.id])


def _by_submission(cases: Sequence[CaseView]) -> Iterable[tuple[str, list[CaseView]]]:
    for reference, grouped in groupby(cases, key=lambda case: case.submission_reference):
        yield reference, list(grouped)


def _case(case: CaseView, progress: Sequence[Progress]) -> ShownCase:
    running = () if case.status in ENDED else case.told_terms
    terms = tuple((term.name, term.until) for term in running)
    return ShownCase(
        reference=case.reference,
        topic=case.topic,
        name=case.name,
        kind=case.kind,
        law=full_law(case.law),
        status=str(case.status.label),
        withdrawn=case.status is Status.WITHDRAWN,
        may_be_withdrawn=case.may_be_withdrawn,
        holders=tuple(each.name for each in progress if _has_it(each)),
        waiting=tuple(each.name for each in progress if not _has_it(each)),
        alarm=alarm_of(case),
        taken=is_taken(progress),
        received_at=case.received_at,
        first_chosen_at=case.first_chosen_at,
        deadline=terms[0][1] if terms else None,
        terms=terms,
        asks=tuple(_last_words(case, Status.QUESTION)),
        returned=tuple(_last_words(case, Status.RETURNED)),
        recipients=tuple(_recipient(each) for each in progress),
        events=tuple(_event(event) for event in reversed(case.history) if _is_shown(event)),
    )


def _last_words(case: CaseView, status: Status) -> Iterator["ShownEvent"]:
    """What each recipient said last, where that was this; nothing asks for an answer any
    more once the resident has withdrawn it.
    """
    if case.status is Status.WITHDRAWN:
        return
    for recipient in case.recipients:
        events = [event for event in case.history if event.recipient == recipient.key]
        if events and events[-1].status is status:
            yield _event(events[-1])


def _has_it(progress: Progress) -> bool:
    return bool(progress.sent_at or progress.arrived_at or progress.picked_up_at)


def _recipient(progress: Progress) -> ShownRecipient:
    moments = (
        (_("Sent") if _has_it(progress) else _("On its way"), progress.sent_at),
        (_("Arrived"), progress.arrived_at or progress.picked_up_at),
        (_("Picked up"), progress.picked_up_at),
    )
    reached = max((n for n, (_label, at) in enumerate(moments) if at), default=-1)
    return ShownRecipient(
        key=progress.recipient,
        name=progress.name,
        state=progress.state,
        picked_up=progress.picked_up_at is not None,
        stuck=progress.stuck,
        steps=tuple(
            Step(label=label, done=number <= reached, current=number == max(reached, 0), at=at)
            for number, (label, at) in enumerate(moments)
        ),
    )


def _event(event: EventView) -> ShownEvent:
    by = event.recipient_name
    return ShownEvent(at=event.at, label=str(event.status.label), by=by, text=event.text)


def _is_shown(event: EventView) -> bool:
    return event.status not in HIDDEN
