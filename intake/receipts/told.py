"""What the resident told, as the receipt copies it: by where it comes from, the BSN covered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from intake.questionnaire.answers import UNKNOWN, AnswerKey
from intake.questionnaire.codes import About, Scope, Sensitivity
from intake.questionnaire.definition import Part
from intake.questionnaire.dutch import DUTCH
from intake.questionnaire.questions import Question, Questionnaire
from intake.questionnaire.routing import Route
from intake.questionnaire.summary import Entry, Row, summarise

SHOWN_DIGITS = 3
NAME, TELEPHONE = "family-name", "tel"
"""What a browser fills in for the resident tells which question is the name, and the number."""


@dataclass(frozen=True, slots=True)
class Group:
    """Answers that follow each other and come from the same source on the same day."""

    source_name: str
    as_of: date | None
    entries: tuple[Entry, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Section:
    """The answers of one task, by where they come from."""

    title: str
    groups: tuple[Group, ...]


def told(route: Route) -> Iterator[Section]:
    """The sections with what was told; a BSN shows its last digits only."""
    national_ids = _national_ids(route.questionnaire)
    for section in summarise(route).sections:
        entries = tuple(
            _masked(entry) if entry.key.question.element in national_ids else entry
            for entry in section.entries
            if entry.answered
        )
        if entries:
            yield Section(section.title, tuple(_by_source(entries)))


def own_name(route: Route) -> str:
    """The resident's whole name; empty when nobody asked it."""
    question = _asking(NAME, route)
    return _words(question, question.element.parts, route) if question else ""


def own_telephone(route: Route) -> str:
    """The number to call the resident on; empty when there is none."""
    question = _asking(TELEPHONE, route)
    parts = question.element.parts if question else ()
    number = [part for part in parts if part.autocomplete == TELEPHONE]
    return _words(question, number, route) if question else ""


def _asking(autocomplete: str, route: Route) -> Question | None:
    """The question about the resident that a browser fills in with that."""
    about_you = (
        each
        for each in route.questions
        if each.about is About.SELF and each.element.scope is Scope.INTAKE
    )
    return next(
        (
            each
            for each in about_you
            if any(part.autocomplete == autocomplete for part in each.element.parts)
        ),
        None,
    )


def _words(question: Question, parts: Iterable[Part], route: Route) -> str:
    given = route.answers.get(AnswerKey(question.key))
    values = [(part, given.value(part.key)) for part in parts] if given else []
    return " ".join(
        DUTCH.value(part, value) for part, value in values if value not in (None, UNKNOWN)
    )


def _by_source(entries: Iterable[Entry]) -> Iterator[Group]:
    """Each group says its source once."""
    for (name, as_of), group in groupby(entries, key=lambda each: (each.source_name, each.as_of)):
        yield Group(name, as_of, tuple(group))


def _masked(entry: Entry) -> Entry:
    rows = tuple(
        Row(row.label, "•" * (len(row.text) - SHOWN_DIGITS) + row.text[-SHOWN_DIGITS:], row.item)
        for row in entry.rows
    )
    return replace(entry, rows=rows)


def _national_ids(questionnaire: Questionnaire) -> frozenset[str]:
    return frozenset(
        question.element.key
        for question in questionnaire.questions
        if question.element.sensitivity is Sensitivity.NATIONAL_ID
    )
