"""Given answers: immutable, typed, each with its source and date.

An answer belongs to (element, about whom, for which recipient); the recipient is
empty except for elements with scope `recipient` (domain rule: ask once is not
share once).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Self

from intake.questionnaire.codes import About
from intake.questionnaire.questions import QuestionKey
from intake.questionnaire.values import UNKNOWN, Item, Unknown, Value

__all__ = ["UNKNOWN", "Answer", "AnswerKey", "Answers", "Item", "Unknown", "Value"]


@dataclass(frozen=True, slots=True, order=True)
class AnswerKey:
    """Identity of an answer: the question, and for whom when it is told per recipient."""

    question: QuestionKey
    recipient: str = ""

    def __str__(self) -> str:
        return f"{self.question}>{self.recipient}" if self.recipient else str(self.question)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Inverse of `str`."""
        question, _, recipient = text.partition(">")
        return cls(QuestionKey.parse(question), recipient)

    @classmethod
    def of(cls, element: str, about: About = About.SELF, recipient: str = "") -> Self:
        """Short way to write a key."""
        return cls(QuestionKey(element, about), recipient)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered: one item, or the items of a list (`()` = "none" in a list).

    `source`: "inwoner", "digid", "brp", "profiel". `as_of`: the date the value was
    true or given. `confirmed`: the resident has seen it and said it is right.
    `correction`: what the resident says is wrong with a register's value; the value
    itself stays (a report back, not an overwrite). `repr` shows no value: it ends up
    in tracebacks.
    """

    items: tuple[Item, ...] = field(repr=False)
    source: str
    as_of: date
    confirmed: bool = True
    correction: str = field(default="", repr=False)

    @property
    def counts(self) -> bool:
        """Whether the resident stands behind it; what is only prefilled does not count."""
        return self.confirmed or bool(self.correction)

    def value(self, part: str) -> Value | None:
        """The value of a part in the first item, None when not given."""
        return self.items[0].get(part) if self.items else None


@dataclass(frozen=True, slots=True)
class Answers(Mapping[AnswerKey, Answer]):
    """All answers of one intake. `given` and `without` return a new object."""

    by_key: Mapping[AnswerKey, Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", MappingProxyType(dict(self.by_key)))

    def __getitem__(self, key: AnswerKey) -> Answer:
        return self.by_key[key]

    def __iter__(self) -> Iterator[AnswerKey]:
        return iter(self.by_key)

    def __len__(self) -> int:
        return len(self.by_key)

    def given(self, key: AnswerKey, answer: Answer) -> "Answers":
        """These answers with one more, or one replaced."""
        return Answers({**self.by_key, key: answer})

    def without(self, key: AnswerKey) -> "Answers":
        """These answers less one; the same when it was not there."""
        return Answers({k: a for k, a in self.by_key.items() if k != key})
