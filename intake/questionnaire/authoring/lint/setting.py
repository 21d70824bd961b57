"""What the rules of lint look things up in: who asks what, in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from intake.questionnaire.codes import About, Scope, Section
from intake.questionnaire.definition import Catalogue, Element, Topic
from intake.questionnaire.questions import QuestionKey


@dataclass(frozen=True)
class Setting:
    """A catalogue with what follows from it, worked out once."""

    catalogue: Catalogue

    @cached_property
    def elements(self) -> Mapping[str, Element]:
        """All elements and own questions by key, in the order in which they are asked."""
        own = [element for topic in self.catalogue.topics for element in topic.questions]
        order = {section: place for place, section in enumerate(Section)}
        everything = [*self.catalogue.elements, *own]
        return {each.key: each for each in sorted(everything, key=lambda e: order[e.section])}

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of every key in that order."""
        return {key: place for place, key in enumerate(self.elements)}

    @cached_property
    def shared(self) -> Mapping[str, Element]:
        """The elements that topics share, by key."""
        return {element.key: element for element in self.catalogue.elements}

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """The topics by key."""
        return {topic.key: topic for topic in self.catalogue.topics}

    @cached_property
    def asked(self) -> Mapping[str, frozenset[QuestionKey]]:
        """The questions that a topic can ask, by its key."""
        return {topic.key: frozenset(asked_by(topic)) for topic in self.catalogue.topics}

    @cached_property
    def asking(self) -> Mapping[str, Sequence[Topic]]:
        """The topics that can ask an element, by its key, in their order."""
        found: dict[str, list[Topic]] = {key: [] for key in self.elements}
        for topic in self.catalogue.topics:
            for key in {asked.element for asked in self.asked[topic.key]}:
                found.setdefault(key, []).append(topic)
        return found

    def is_single(self, element: Element) -> bool:
        """Whether one intake has one answer to it, of one item."""
        return element.repeat is None and element.scope is Scope.INTAKE


def asked_by(topic: Topic) -> set[QuestionKey]:
    """The questions a topic can ask."""
    shared = (*topic.always, *topic.conditional)
    own = (element.key for element in topic.questions)
    return {QuestionKey(key, topic.about.get(key, About.SELF)) for key in (*shared, *own)}


def meant(element: str, about: About | None, topic: Topic) -> QuestionKey:
    """The question that a rule of this topic looks at."""
    return QuestionKey(element, about or topic.about.get(element, About.SELF))
