"""What cannot wait, before it is sent: the threat, and by when somebody talks with you."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from intake.cases.alarm import Alarm, alarm
from intake.cases.clocks import terms
from intake.questionnaire.answers import UNKNOWN, AnswerKey
from intake.questionnaire.codes import PartType
from intake.questionnaire.conditions import told
from intake.questionnaire.definition import Condition, Not, Rule, Topic
from intake.questionnaire.dutch import DUTCH
from intake.questionnaire.questions import Question
from intake.questionnaire.routing import Route

SHOWN = frozenset({PartType.CHOICE, PartType.CHOICES, PartType.DATE})
"""What a threat is and when, not the story around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Threat:
    """An urgent topic: what threatens, in the resident's answers, and its alarm if sent today."""

    topic: str
    words: tuple[str, ...] = field(repr=False)
    alarm: Alarm


def threats(route: Route) -> tuple[Threat, ...]:
    """One per urgent topic, those with a term of days first."""
    urgent = (topic for topic in route.questionnaire.topics if route.is_urgent(topic.key))
    found = (_threat(topic, route) for topic in urgent)
    return tuple(sorted(found, key=lambda each: each.alarm.term is None))


def _threat(topic: Topic, route: Route) -> Threat:
    regime = next(each for each in route.questionnaire.regimes if each.key == topic.regime)
    until = terms(regime, topic.kind, received=route.today, urgent=True)
    return Threat(
        topic=topic.name,
        words=tuple(dict.fromkeys(_words(topic, route))),
        alarm=alarm(until, received=route.today),
    )


def _words(topic: Topic, route: Route) -> Iterator[str]:
    """What was chosen where the topic's own rule looks, as told to its recipients."""
    elements = frozenset(_elements(topic.urgent)) if topic.urgent else frozenset()
    readers = {"", *(each.key for each in route.recipients(topic.key))}
    for question in route.questions:
        if question.element.key in elements and topic.key in route.needed_by(question):
            for key in route.keys_of(question):
                if key.recipient in readers:
                    yield from _chosen(question, key, route)


def _chosen(question: Question, key: AnswerKey, route: Route) -> Iterator[str]:
    given = route.answers.get(key)
    for item in told(question, given.items, today=route.today) if given else ():
        for part in question.element.parts:
            value = item.get(part.key, UNKNOWN)
            if part.type in SHOWN and value is not UNKNOWN:
                yield (route.questionnaire.words or DUTCH).value(part, value)


def _elements(condition: Condition) -> Iterator[str]:
    match condition:
        case Rule():
            yield condition.element
        case Not():
            yield from _elements(condition.condition)
        case _:
            for each in condition.conditions:
                yield from _elements(each)
