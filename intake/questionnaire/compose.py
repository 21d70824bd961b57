"""Some topics of a catalogue → one questionnaire in which every question stands once."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from intake.questionnaire.codes import About, Section
from intake.questionnaire.conditions import NEVER
from intake.questionnaire.definition import Catalogue, Element, Topic
from intake.questionnaire.offering import about_person
from intake.questionnaire.questions import Need, Question, QuestionKey, Questionnaire

ABOUT_YOU, SITUATION, MONEY, PAPERS = "over-u", "situatie", "geld", "papieren"
"""Keys of the tasks that topics share; a topic's own questions are a task of its own."""

_TASK: Mapping[Section, str] = {
    Section.PERSON: ABOUT_YOU,
    Section.HOUSEHOLD: ABOUT_YOU,
    Section.SITUATION: SITUATION,
    Section.TOPIC: SITUATION,
    Section.MONEY: MONEY,
    Section.PAPERS: PAPERS,
    Section.CONSENT: PAPERS,
}
_SECTIONS = {section: place for place, section in enumerate(Section)}
_PEOPLE = {about: place for place, about in enumerate(About)}


class UnknownTopic(LookupError):
    """A topic was asked for that the catalogue does not have."""


def compose(catalogue: Catalogue, topic_keys: Collection[str]) -> Questionnaire:
    """Return the union of what these topics ask; the order of the keys does not matter.

    Questions stand in the order of the sections, within a section in the order of the
    file; a topic's own questions stand together, in the order of the topics. Raises
    UnknownTopic.
    """
    topics = tuple(topic for topic in catalogue.topics if topic.key in topic_keys)
    unknown = set(topic_keys) - {topic.key for topic in topics}
    if unknown:
        raise UnknownTopic(min(unknown))
    shared = _shared(catalogue.elements, topics)
    own = [_own(element, topic) for topic in topics for element in topic.questions]
    before = [question for question in shared if _section(question) <= _SECTIONS[Section.TOPIC]]
    return Questionnaire(
        topics=topics,
        questions=tuple(_on_pages([*before, *own, *shared[len(before) :]], _numbers(catalogue))),
        recipients=tuple(
            recipient
            for recipient in catalogue.recipients
            if any(topic.key in recipient.topics for topic in topics)
        ),
        regimes=tuple(
            regime
            for regime in catalogue.regimes
            if any(topic.regime == regime.key for topic in topics)
        ),
    )


def _shared(elements: Iterable[Element], topics: Iterable[Topic]) -> list[Question]:
    """Return the questions that topics share, in natural order."""
    place = {element.key: (number, element) for number, element in enumerate(elements)}
    needs: dict[QuestionKey, list[Need]] = {}
    for topic in topics:
        for key in (*topic.always, *topic.conditional):
            when = None if key in topic.always else place[key][1].when or NEVER
            about = topic.about.get(key, About.SELF)
            needs.setdefault(QuestionKey(key, about), []).append(Need(topic.key, when))
    questions = [
        Question(element, key.about, tuple(given), task=_TASK[element.section])
        for key, given in needs.items()
        for element in [about_person(place[key.element][1], key.about)]
    ]
    return sorted(
        questions,
        key=lambda each: (_section(each), place[each.element.key][0], _PEOPLE[each.about]),
    )


def _own(element: Element, topic: Topic) -> Question:
    need = Need(topic.key, element.when)
    return Question(element, About.SELF, (need,), task=topic.key, own=True)


def _section(question: Question) -> int:
    return _SECTIONS[question.element.section]


def _numbers(catalogue: Catalogue) -> Mapping[str, int]:
    """The place of every element in the catalogue, whatever topics are chosen, from 1."""
    own = (element for topic in catalogue.topics for element in topic.questions)
    keys = (element.key for element in (*catalogue.elements, *own))
    return {key: number for number, key in enumerate(keys, start=1)}


def _on_pages(questions: Iterable[Question], numbers: Mapping[str, int]) -> Iterator[Question]:
    """Give each question the key of its page; neighbours with the same page name share it."""
    used: set[str] = set()
    previous: Question | None = None
    for question in questions:
        if previous is not None and _share_a_page(previous, question):
            page = previous.page
        else:
            page = _free_key(question, numbers[question.element.key], used)
            used.add(page)
        previous = replace(question, page=page)
        yield previous


def _share_a_page(one: Question, other: Question) -> bool:
    return bool(one.element.page) and (one.element.page, one.about, one.task) == (
        other.element.page,
        other.about,
        other.task,
    )


def _free_key(question: Question, number: int, used: Collection[str]) -> str:
    """Return a slug that no earlier page has; the same for the same set of topics.

    A number says nothing about anybody, in a browser's history or over a shoulder, and
    belongs to the same question whichever topics are added: a form that was open in
    another tab cannot answer another question.
    """
    name = question.element.page if question.about is About.SELF else ""
    slug = f"vraag-{number}" + (f"-{_PEOPLE[question.about]}" if _PEOPLE[question.about] else "")
    candidates = (name, slug, *(f"{slug}-{number}" for number in range(2, len(used) + 3)))
    return next(key for key in candidates if key and key not in used)
