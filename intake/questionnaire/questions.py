"""A composed questionnaire: what some topics ask together, each question once."""

from dataclasses import dataclass
from typing import Self

from intake.questionnaire.codes import About
from intake.questionnaire.definition import Condition, Element, Recipient, Regime, Topic
from intake.questionnaire.words import Words


@dataclass(frozen=True, slots=True, order=True)
class QuestionKey:
    """Identity of a question: an element about one person."""

    element: str
    about: About = About.SELF

    def __str__(self) -> str:
        return self.element if self.about is About.SELF else f"{self.element}@{self.about}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Inverse of `str`; ValueError when the person is unknown."""
        element, _, about = text.partition("@")
        return cls(element, About(about) if about else About.SELF)


@dataclass(frozen=True, slots=True)
class Need:
    """That a topic needs a question: always (`when` is None) or when a rule holds."""

    topic: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a composed questionnaire and the topics that need it.

    `page` and `task` are the keys of where it stands on screen; `own`: it is an own
    question of the one topic that needs it.
    """

    element: Element
    about: About
    needs: tuple[Need, ...]
    page: str = ""
    task: str = ""
    own: bool = False

    @property
    def key(self) -> QuestionKey:
        """Identity of the question within its questionnaire."""
        return QuestionKey(self.element.key, self.about)

    @property
    def text(self) -> str:
        """What the resident reads, about the person it is about."""
        return self.element.wording.get(self.about, self.element.question)


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The union of what some topics ask, each question once, in natural order.

    `words` are those of the language it is in; None is the Dutch that counts in law.
    """

    topics: tuple[Topic, ...]
    questions: tuple[Question, ...]
    recipients: tuple[Recipient, ...]
    regimes: tuple[Regime, ...]
    words: Words | None = None
