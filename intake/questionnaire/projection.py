"""What one recipient receives of an intake for one topic: that, and nothing more.

Ask once is not share once. An answer goes to a recipient only when the topic needs
it now, the resident stands behind it, and the catalogue gives it to this recipient;
of what is told per recipient, only its own part.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from intake.questionnaire.answers import AnswerKey, Item, Value
from intake.questionnaire.codes import About, Scope
from intake.questionnaire.conditions import told
from intake.questionnaire.definition import Recipient
from intake.questionnaire.dutch import DUTCH
from intake.questionnaire.questions import Question
from intake.questionnaire.routing import Route
from intake.questionnaire.sharing import item_for, may_have, parts_for, text_for
from intake.questionnaire.summary import rows_of
from intake.questionnaire.words import Words

Shared: TypeAlias = "bool | int | str | list[str] | None"
"""One value, ready for JSON; None is "weet ik niet"."""


class NotARecipient(LookupError):
    """The organisation does not get a case of this topic, as the answers stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectedAnswer:
    """One answer as a recipient gets it.

    `value`: the parts by key, or a list of those for a question that is a list.
    Dates are ISO 8601, amounts text. `display` is the same in words.
    """

    element: str
    label: str
    question: str
    value: dict[str, Shared] | list[dict[str, Shared]] = field(repr=False)
    display: str = field(repr=False)
    about: About
    source: str
    as_of: date
    correction: str = field(default="", repr=False)


def project(route: Route, *, topic: str, recipient: str) -> tuple[ProjectedAnswer, ...]:
    """Return what this recipient gets for the case of this topic, in order of asking.

    The route's `today` is the date of receipt once submitted. Raises NotARecipient.
    """
    receiver = next((each for each in route.recipients(topic) if each.key == recipient), None)
    if receiver is None:
        raise NotARecipient(recipient)
    words = route.questionnaire.words or DUTCH
    return tuple(_projected(route, receiver, topic, words))


def _projected(
    route: Route, receiver: Recipient, topic: str, words: Words
) -> Iterator[ProjectedAnswer]:
    for question in route.questions:
        if topic in route.needed_by(question) and may_have(receiver, question, topic=topic):
            yield from _answer(route, question, receiver, words)


def _answer(
    route: Route, question: Question, receiver: Recipient, words: Words
) -> Iterator[ProjectedAnswer]:
    own_part = question.element.scope is Scope.RECIPIENT
    answer = route.answers.get(AnswerKey(question.key, receiver.key if own_part else ""))
    if answer is None or not answer.counts or not parts_for(receiver, question):
        return
    told_items = told(question, answer.items, today=route.today)
    items = tuple(item_for(receiver, question, item) for item in told_items)
    if not items and question.element.repeat is None:
        return
    correction = text_for(receiver, answer.correction)
    shared = [{part: _plain(value) for part, value in item.items()} for item in items]
    yield ProjectedAnswer(
        element=question.element.key,
        label=words.label(question.element.label, question.about),
        question=question.text,
        value=shared if question.element.repeat else shared[0],
        display=_display(question, items, correction, words),
        about=question.about,
        source=answer.source,
        as_of=answer.as_of,
        correction=correction,
    )


def _plain(value: Value) -> Shared:
    match value:
        case tuple():
            return list(value)
        case bool() | int() | str():
            return value
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
    return None


def _display(question: Question, items: tuple[Item, ...], correction: str, words: Words) -> str:
    rows = tuple(rows_of(question, items, words=words))
    lines = [row.text if len(rows) == 1 else row.line for row in rows]
    if not items and question.element.repeat is not None:
        lines = [question.element.repeat.none]
    if correction:
        lines.append(words.correction.format(correction=correction))
    return "\n".join(lines)
