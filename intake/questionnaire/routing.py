"""The route through a questionnaire: what applies now, and for whom.

`follow` walks the questions once, in order. Every topic has its own facts: the
answers to what that topic itself needs. So whether a topic needs a question never
depends on what was told for another topic, and an answer kept for a question that
is no longer asked counts for nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from intake.questionnaire.answers import Answer, AnswerKey, Answers, Item
from intake.questionnaire.codes import Scope
from intake.questionnaire.conditions import Facts, holds, part_applies, told
from intake.questionnaire.definition import Recipient, Topic
from intake.questionnaire.offering import offered, still_offered
from intake.questionnaire.questions import Need, Question, QuestionKey, Questionnaire
from intake.questionnaire.sharing import readers

RESIDENT = "inwoner"
"""Source of an answer that was typed in."""


@dataclass(frozen=True, slots=True)
class Route:
    """What applies now.

    `needed`: the questions on the path, and which topics need them. `facts`: per topic
    the answers that count for it.
    """

    questionnaire: Questionnaire
    answers: Answers
    today: date
    needed: Mapping[QuestionKey, tuple[str, ...]]
    facts: Mapping[str, Facts] = field(repr=False)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The path: the questions that apply, in order."""
        return tuple(each for each in self.questionnaire.questions if each.key in self.needed)

    def needed_by(self, question: Question) -> tuple[str, ...]:
        """Keys of the topics that need it now; empty when it is off the path."""
        return self.needed.get(question.key, ())

    def recipients(self, topic: str) -> tuple[Recipient, ...]:
        """Who gets the case of this topic, as the answers stand."""
        chosen = _topic(self.questionnaire, topic)
        return tuple(
            each
            for each in self.questionnaire.recipients
            if topic in each.topics
            and (
                each.when is None
                or holds(each.when, self.facts[topic], today=self.today, about=chosen.about)
            )
        )

    def recipients_of(self, question: Question) -> tuple[Recipient, ...]:
        """Who may have the answer, as the answers stand: each for at least one topic."""
        topics = self.needed_by(question)
        able = {
            each.key
            for topic in topics
            for each in readers(self.recipients(topic), question, topic=topic)
        }
        return tuple(each for each in self.questionnaire.recipients if each.key in able)

    def keys_of(self, question: Question) -> tuple[AnswerKey, ...]:
        """Keys of the answers it asks for: one, or one per recipient that may have it."""
        if question.element.scope is Scope.INTAKE:
            return (AnswerKey(question.key),)
        return tuple(AnswerKey(question.key, each.key) for each in self.recipients_of(question))

    def is_answered(self, question: Question) -> bool:
        """Whether all it asks for was given, in full, and seen by the resident."""
        return all(self.has(question, key) for key in self.keys_of(question))

    def has(self, question: Question, key: AnswerKey) -> bool:
        """Whether this answer was given in full, and every choice in it can still be made."""
        answer = self.answers.get(key)
        if answer is None or not is_complete(question, answer, today=self.today):
            return False
        if question.element.prefilled and answer.source != RESIDENT:
            return True
        asked = self.as_asked(question, key)
        return still_offered(question, asked, answer.items, today=self.today)

    def as_asked(self, question: Question, key: AnswerKey) -> Question:
        """The question as the topics ask it for which this answer is read."""
        topics = tuple(
            topic
            for topic in self.questionnaire.topics
            if topic.key in self.needed_by(question)
            and key.recipient in {"", *(each.key for each in self.recipients(topic.key))}
        )
        return offered(question, topics, self.facts, today=self.today)

    def unanswered(self) -> tuple[Question, ...]:
        """What stands between these answers and a submit."""
        return tuple(each for each in self.questions if not self.is_answered(each))

    def is_urgent(self, topic: str) -> bool:
        """Whether the case of this topic is urgent by the topic's own rule."""
        chosen = _topic(self.questionnaire, topic)
        return chosen.urgent is not None and holds(
            chosen.urgent, self.facts[topic], today=self.today, about=chosen.about
        )


def follow(questionnaire: Questionnaire, answers: Answers, *, today: date) -> Route:
    """Walk the questionnaire with these answers; `today` is the date in Amsterdam."""
    topics = {topic.key: topic for topic in questionnaire.topics}
    facts: dict[str, dict[QuestionKey, tuple[tuple[Item, ...], ...]]] = {key: {} for key in topics}
    needed: dict[QuestionKey, tuple[str, ...]] = {}
    for question in questionnaire.questions:
        key = question.key
        now = tuple(
            need.topic
            for need in question.needs
            if _is_needed(need, facts[need.topic], topics[need.topic], today)
        )
        if not now:
            continue
        needed[key] = now
        for topic, told_for_topic in _facts(question, answers, now, questionnaire, today):
            facts[topic][key] = told_for_topic
    return Route(questionnaire, answers, today, needed, facts)


def is_complete(question: Question, answer: Answer, *, today: date) -> bool:
    """Whether the answer counts and no required part is missing.

    What a register lacks (no address abroad) the resident cannot complete.
    """
    if not answer.counts or (not answer.items and question.element.repeat is None):
        return False
    if question.element.prefilled and answer.source != RESIDENT:
        return True
    return not any(_lacks(question, item, today) for item in answer.items)


def _lacks(question: Question, item: Item, today: date) -> bool:
    return any(
        part.required
        and part.key not in item
        and part_applies(question, part.when, item, today=today)
        for part in question.element.parts
    )


def _is_needed(need: Need, facts: Facts, topic: Topic, today: date) -> bool:
    return need.when is None or holds(need.when, facts, today=today, about=topic.about)


def _facts(
    question: Question,
    answers: Answers,
    topics: tuple[str, ...],
    questionnaire: Questionnaire,
    today: date,
) -> Iterator[tuple[str, tuple[tuple[Item, ...], ...]]]:
    """Yield per topic the answers that count: the shared one, or those of its recipients."""
    if question.element.scope is Scope.INTAKE:
        shared = _told(question, answers, [AnswerKey(question.key)], today)
        yield from ((topic, shared) for topic in topics if shared)
        return
    for topic in topics:
        able = readers(questionnaire.recipients, question, topic=topic)
        keys = [AnswerKey(question.key, each.key) for each in able]
        if own := _told(question, answers, keys, today):
            yield topic, own


def _told(
    question: Question, answers: Answers, keys: Iterable[AnswerKey], today: date
) -> tuple[tuple[Item, ...], ...]:
    given = [answers[key] for key in keys if key in answers]
    return tuple(told(question, each.items, today=today) for each in given if each.counts)


def _topic(questionnaire: Questionnaire, key: str) -> Topic:
    return next(topic for topic in questionnaire.topics if topic.key == key)
