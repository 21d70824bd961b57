"""Who gets what: per recipient the reason, the law of each case, and the exact answers."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from intake.questionnaire.definition import Recipient
from intake.questionnaire.laws import full_law
from intake.questionnaire.projection import ProjectedAnswer, project
from intake.questionnaire.routing import Route
from intake.wizard.covering import covered


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One case, and the law by which its answers are shared."""

    topic: str
    law: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedAnswer:
    """One answer as this recipient reads it; `shares` is the page's hook."""

    label: str
    values: tuple[str, ...] = field(repr=False)
    shares: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one recipient gets, for which cases and on what grounds."""

    recipient: Recipient
    grounds: tuple[Ground, ...]
    answers: tuple[SharedAnswer, ...]


def shares(route: Route, hidden: Collection[str]) -> Iterator[Share]:
    """Per recipient what its cases hold together; each question once.

    `hidden`: keys of elements of which only the last digits are shown.
    """
    topics = {topic.key: topic for topic in route.questionnaire.topics}
    for recipient in route.questionnaire.recipients:
        keys = [key for key in topics if recipient in route.recipients(key)]
        answers = {
            (each.element, each.about): _shared(each, hidden)
            for key in keys
            for each in project(route, topic=key, recipient=recipient.key)
        }
        if keys:
            grounds = tuple(
                Ground(topic=topics[key].name, law=full_law(topics[key].law)) for key in keys
            )
            yield Share(recipient=recipient, grounds=grounds, answers=tuple(answers.values()))


def _shared(answer: ProjectedAnswer, hidden: Collection[str]) -> SharedAnswer:
    lines = tuple(answer.display.splitlines())
    values = tuple(map(covered, lines)) if answer.element in hidden else lines
    return SharedAnswer(
        label=answer.label, values=values or (_("Not filled in"),), shares=answer.element
    )
