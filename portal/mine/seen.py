"""Who has seen a resident's data, in plain words: from the audit trail and the deliveries."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intake.audit.queries import Entry, trail_of
from intake.cases.queries import CaseView
from intake.catalogue.queries import questionnaire_of
from intake.catalogue.translations import shown_text
from intake.outbox.progress import Progress, progress_of

NOT_OPENED = "unsealable"
PERSON = "user:"
REASONS: Final[Mapping[str, Promise]] = {
    "own intake": gettext_lazy("to fill in your questions"),
    "own case": gettext_lazy("to see how your question is going"),
    "own receipt": gettext_lazy("to keep your receipt"),
    "submit": gettext_lazy("to send your questions"),
    "step up": gettext_lazy("to go on with DigiD"),
    "prefill": gettext_lazy("to see what the government knows already"),
    "ontvangstbevestiging": gettext_lazy("to make your receipt"),
    "e-mailadres": gettext_lazy("to mail you that there is news"),
    "seal for a recipient": gettext_lazy(
        "to pack your answers so that only who helps you reads them"
    ),
    "retention": gettext_lazy("to delete what we need no longer"),
}
"""By purpose in the trail; one that is not here reads as handling the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Once that somebody, or a computer of ours, saw something; `own`: the resident did."""

    at: datetime
    who: str
    why: str
    own: bool


def looks(case: CaseView, *, owner: str, language: str) -> Sequence[Look]:
    """Everything about one case and the intake it came from, the newest first.

    `owner`: the resident as the trail names them. Three queries for the trail, one more.
    """
    subjects = (f"draft:{case.draft_id}", f"submission:{case.submission_id}", f"case:{case.id}")
    trail = (entry for subject in subjects for entry in trail_of(subject))
    found = [*_in_trail(trail, owner), *_delivered(case, language)]
    return sorted(found, key=lambda look: look.at, reverse=True)


def _in_trail(trail: Iterable[Entry], owner: str) -> Iterator[Look]:
    for entry in trail:
        if entry.action != NOT_OPENED:
            why = REASONS.get(entry.purpose, _("to handle your question"))
            own = entry.actor == owner
            yield Look(at=entry.at, who=_who(entry.actor, own=own), why=str(why), own=own)


def _who(actor: str, *, own: bool) -> str:
    if own:
        return _("You")
    if actor.startswith(PERSON):
        return _("Somebody who works for the municipality")
    return _("A computer of the municipality; nobody read it")


def _delivered(case: CaseView, language: str) -> Iterator[Look]:
    """The organisations that have it: what they do with it, they answer for themselves."""
    asked = questionnaire_of(case.release_id, [case.topic])
    purposes = {each.key: each.purpose for each in asked.recipients}
    for progress in progress_of([case])[case.id]:
        if at := _has_it_since(progress):
            why = shown_text(purposes.get(progress.recipient, ""), language)
            name = shown_text(progress.name, language)
            yield Look(at=at, who=name, why=why, own=False)


def _has_it_since(progress: Progress) -> datetime | None:
    return progress.arrived_at or progress.sent_at or progress.picked_up_at
