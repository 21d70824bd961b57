"""The one tree of questions and answers that feeds check page, PDF, mail and desk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from intake.questionnaire.answers import Answer, AnswerKey, Item
from intake.questionnaire.conditions import told
from intake.questionnaire.definition import Element
from intake.questionnaire.dutch import DUTCH
from intake.questionnaire.questions import Question
from intake.questionnaire.routing import Route
from intake.questionnaire.words import Words, labelled


@dataclass(frozen=True, slots=True)
class Row:
    """One value in words; `item` names the item of a list it belongs to ("Kind 1")."""

    label: str
    text: str = field(repr=False)
    item: str = ""

    @property
    def line(self) -> str:
        """The value with what it belongs to in front, to be read on its own."""
        line = labelled(self.label, self.text)
        return f"{self.item}, {line}" if self.item else line


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One question and its answer, or one recipient's part of it.

    `rows` is empty when nothing was given, and when the given list is empty (then
    `none` holds the words for that). `source` is the code, `source_name` in words.
    """

    key: AnswerKey
    page: str
    label: str
    text: str
    answered: bool
    needed_by: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    none: str = ""
    source: str = ""
    source_name: str = ""
    as_of: date | None = None
    correction: str = field(default="", repr=False)
    recipient: str = ""
    recipient_name: str = ""


@dataclass(frozen=True, slots=True)
class SummarySection:
    """The entries of one task, in the order in which they are asked."""

    key: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything on the path, answered or not."""

    sections: tuple[SummarySection, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in order."""
        return tuple(entry for section in self.sections for entry in section.entries)


def summarise(route: Route) -> Summary:
    """Return the tree of what applies, in the words of its questionnaire.

    Once submitted, as of the date of receipt.
    """
    words = route.questionnaire.words or DUTCH
    names = {**words.tasks, **{topic.key: topic.name for topic in route.questionnaire.topics}}
    return Summary(
        tuple(
            SummarySection(task, names[task], tuple(_entries(route, questions, words)))
            for task, questions in groupby(route.questions, key=lambda each: each.task)
        )
    )


def rows_of(question: Question, items: tuple[Item, ...], *, words: Words) -> Iterator[Row]:
    """Yield the values of these items in words, in the order of the parts."""
    element = question.element
    for number, item in enumerate(items, start=1):
        name = f"{element.repeat.item.capitalize()} {number}" if element.repeat else ""
        for part in element.parts:
            if part.key in item:
                yield Row(part.label or element.label, words.value(part, item[part.key]), name)


def _entries(route: Route, questions: Iterable[Question], words: Words) -> Iterator[Entry]:
    names = {recipient.key: recipient.name for recipient in route.questionnaire.recipients}
    for question in questions:
        for key in route.keys_of(question):
            recipient_name = names.get(key.recipient, "")
            yield _entry(route, question, key, recipient_name=recipient_name, words=words)


def _entry(
    route: Route, question: Question, key: AnswerKey, *, recipient_name: str, words: Words
) -> Entry:
    answer = route.answers.get(key)
    return Entry(
        key=key,
        page=question.page,
        label=words.label(question.element.label, question.about),
        text=question.text,
        answered=route.has(question, key),
        needed_by=route.needed_by(question),
        rows=_rows(route, question, answer, words),
        none=_none(question.element, answer),
        source=answer.source if answer else "",
        source_name=words.sources.get(answer.source, answer.source) if answer else "",
        as_of=answer.as_of if answer else None,
        correction=answer.correction if answer else "",
        recipient=key.recipient,
        recipient_name=recipient_name,
    )


def _rows(route: Route, question: Question, answer: Answer | None, words: Words) -> tuple[Row, ...]:
    if answer is None:
        return ()
    items = told(question, answer.items, today=route.today)
    return tuple(rows_of(question, items, words=words))


def _none(element: Element, answer: Answer | None) -> str:
    """Return the words for a list that was given as empty."""
    return element.repeat.none if element.repeat and answer and not answer.items else ""
