"""What the check page shows: every answer, what is missing, and who gets what."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intake.questionnaire.routing import RESIDENT
from intake.questionnaire.summary import Entry, summarise
from intake.submissions.models import Draft
from intake.wizard.access import Intake
from intake.wizard.covering import covered, national_ids
from intake.wizard.onwards import RETURN, TO_CHECK, url_of
from intake.wizard.shares import Share, shares

MENDABLE = 5
"""So many long answers are pointed out."""
AT_A_GLANCE = 20
"""So many answers are all shown at once."""


@dataclass(frozen=True, slots=True)
class Said:
    """One value; `before` is what stands in front of it, such as the name of its input."""

    before: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """An answer with the way to change it; `answer` is the page's hook."""

    label: str
    values: tuple[Said, ...] = field(repr=False)
    note: str
    url: str
    answer: str

    @property
    def length(self) -> int:
        """Of what was answered, in characters."""
        return sum(len(said.before) + len(said.text) for said in self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The answers of one task."""

    title: str
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A question that still wants an answer."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstDay:
    """A topic of which the day it was first chosen counts, and that day."""

    topic: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LongAnswer:
    """An answer that could be shorter; `length` in characters."""

    label: str
    url: str
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """The whole page. Nothing can be submitted while something is missing."""

    sections: tuple[Section, ...]
    missing: tuple[Missing, ...]
    first_days: tuple[FirstDay, ...]
    shares: tuple[Share, ...]

    @property
    def is_long(self) -> bool:
        """Whether its sections are folded but for the first, so that the page is overseen."""
        return sum(len(section.rows) for section in self.sections) > AT_A_GLANCE


def check_view(intake: Intake) -> CheckView:
    """Everything on the path, as it would be submitted now."""
    route = intake.route
    hidden = national_ids(route.questionnaire)
    sections = (
        Section(
            title=section.title,
            rows=tuple(_row(intake, each, hidden) for each in section.entries if each.answered),
        )
        for section in summarise(route).sections
    )
    return CheckView(
        sections=tuple(section for section in sections if section.rows),
        missing=tuple(_missing(intake)),
        first_days=tuple(_first_days(intake)),
        shares=tuple(shares(route, hidden)),
    )


def longest_answers(intake: Intake) -> tuple[LongAnswer, ...]:
    """Where most can be won when it is all too long to send, the longest first."""
    rows = (
        _row(intake, entry, ())
        for section in summarise(intake.route).sections
        for entry in section.entries
    )
    long = [LongAnswer(label=row.label, url=row.url, length=row.length) for row in rows]
    return tuple(sorted(long, key=lambda each: -each.length)[:MENDABLE])


def _missing(intake: Intake) -> Iterator[Missing]:
    for question in intake.route.unanswered():
        url = url_of("page", intake, question.page, returning=True)
        yield Missing(text=question.text, url=url)


def _first_days(intake: Intake) -> Iterator[FirstDay]:
    chosen = _chosen_at(intake.draft)
    for topic in intake.route.questionnaire.topics:
        if topic.first_day_counts:
            yield FirstDay(topic=topic.name, at=chosen[topic.key])


def _chosen_at(draft: Draft) -> dict[str, datetime]:
    return {each.topic: each.chosen_at for each in draft.topics.all()}


def _row(intake: Intake, entry: Entry, hidden: Collection[str]) -> AnswerRow:
    element = entry.key.question.element
    label = entry.label
    if entry.recipient_name:
        told = {"label": label, "recipient": entry.recipient_name}
        label = _("%(label)s, for %(recipient)s") % told
    values = _values(entry)
    return AnswerRow(
        label=label,
        values=tuple(map(_covered, values)) if element in hidden else values,
        note=_note(entry),
        url=f"../{entry.page}/?{RETURN}={TO_CHECK}",  # from here; in full it weighs, many times
        answer=element,
    )


def _values(entry: Entry) -> tuple[Said, ...]:
    if len(entry.rows) == 1:
        return (Said("", entry.rows[0].text),)
    said = (Said(row.line.removesuffix(row.text), row.text) for row in entry.rows)
    return tuple(said) or (Said("", entry.none or _("Not filled in")),)


def _covered(said: Said) -> Said:
    return Said(said.before, covered(said.text))


def _note(entry: Entry) -> str:
    """Where a value came from, when not from the resident, and what is wrong with it."""
    if entry.correction:
        return _("You say this is not right: %(correction)s") % {"correction": entry.correction}
    if entry.source == RESIDENT or entry.as_of is None:
        return ""
    return f"{entry.source_name}, {date_format(entry.as_of, 'j E Y')}"
