"""The vocabulary of a catalogue: elements, topics, recipients and their composition.

Every class is frozen and compares by value. Texts meant for a resident are Dutch
and come from the catalogue; codes are English. A *question* is one element about
one person, or one own question of a topic; its typed *parts* are its inputs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from intake.questionnaire.codes import (
    About,
    Kind,
    Operator,
    PartType,
    Reuse,
    Role,
    Scope,
    Section,
    Sensitivity,
)

Operand: TypeAlias = bool | str | int | Decimal | date | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """True when the part's given answer compares so; an absent answer makes it false.

    `part` may be empty for `ANSWERED` and `COUNT_FROM` (number of items of a list).
    Of a list one fitting item is enough. "Weet ik niet" compares as the code `unknown`.
    `about` empty: the person about whom the asking topic asks that element.
    """

    element: str
    part: str = ""
    operator: Operator
    value: Operand = True
    about: About | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """True when every condition is."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when at least one condition is."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True when the condition is not."""

    condition: "Condition"


Condition: TypeAlias = Rule | AllOf | AnyOf | Not


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice: a stable code, the words a resident reads, and help under them.

    `topics`: offered only where one of these asks (empty = all). `when`: offered only
    if this holds of what was asked earlier; unlike a part's, it may name any element.
    """

    value: str
    label: str
    help: str = ""
    topics: tuple[str, ...] = ()
    when: "Condition | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One typed input of a question.

    `label` may be empty only when the question has this one part: the question is
    then the label. `when` may name sibling parts only (element = the own key).
    `unknown`: "weet ik niet" is a valid answer. `unit`: as read, "euro per maand".
    `minimum`/`maximum` bound a number, an amount, or the number of choices.
    `past`/`future`: a date may not lie after / before today. `about`: asked only about
    these people (empty = everybody); `wording`: the label where it reads differently
    about somebody else; `examples`: an example per topic, where that helps more.
    """

    key: str
    type: PartType
    label: str = ""
    help: str = ""
    example: str = ""
    options: tuple[Option, ...] = ()
    required: bool = True
    unknown: bool = False
    unit: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    max_length: int | None = None
    past: bool = False
    future: bool = False
    autocomplete: str = ""
    about: tuple[About, ...] = ()
    wording: Mapping[About, str] = field(default_factory=dict)
    examples: Mapping[str, str] = field(default_factory=dict)
    when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """The question is a list of items (children, debts); `item` names one of them."""

    item: str
    add: str
    none: str
    maximum: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One thing the catalogue can ask, once, for every topic that needs it.

    `label` is its short name (lists, partners), `question` what a resident reads.
    Elements with the same non-empty `page` that follow each other share one page.
    `definition` is what the datum means, for editors and partners: period, unit, gross or
    net. `wording` is the question where it reads differently about somebody else.
    `when`: the rule for topics that need it only conditionally. An own question of
    a topic is an element too, with key "<topic>.<question>"; only those have section
    `TOPIC`.
    """

    key: str
    label: str
    question: str
    parts: tuple[Part, ...]
    section: Section = Section.TOPIC
    help: str = ""
    why: str = ""
    page: str = ""
    repeat: Repeat | None = None
    scope: Scope = Scope.INTAKE
    source: str = "vraag"
    prefilled: bool = False
    sensitivity: Sensitivity = Sensitivity.PERSONAL
    reuse: Reuse = Reuse.CONFIRM
    standard_path: str = ""
    definition: str = ""
    when: Condition | None = None
    wording: Mapping[About, str] = field(default_factory=dict)

    def part(self, key: str) -> Part:
        """Return the part with that key; KeyError when there is none."""
        for part in self.parts:
            if part.key == key:
                return part
        raise KeyError(key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A statutory term. It starts at receipt when `start` equals the topic's kind.

    Exactly one of `days` (calendar) and `working_days` is set. `urgent` clocks
    run only for a case that is urgent (Wgs art. 4 lid 2).
    """

    name: str
    start: str
    days: int | None = None
    working_days: int | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """The clocks of a law and what they mean for the resident."""

    key: str
    clocks: tuple[Clock, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One thing a resident can ask for: its law, its needs and its own questions.

    `always` and `conditional` name elements; `about` says of whom where that is not
    the resident. `at_least_one` names lists of which "there are none" makes no sense, as
    no debts with help for debts. `urgent` tells from the answers whether its case is urgent.
    `first_day_counts`: its right may begin on the day it was first chosen (Pw 44).
    """

    key: str
    name: str
    summary: str
    kind: Kind
    law: str
    regime: str
    always: tuple[str, ...]
    conditional: tuple[str, ...] = ()
    questions: tuple[Element, ...] = ()
    about: Mapping[str, About] = field(default_factory=dict)
    at_least_one: tuple[str, ...] = ()
    upl: str = ""
    service_formula: str = ""
    may_file: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    urgent: Condition | None = None
    next_step: str = ""
    first_day_counts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """An organisation that gets the cases of some topics, on a ground, for a purpose.

    `bsn`: whether a BSN may be sent; `bsn_ground`: the law that allows it to one that
    is no government body (a government body has Wabb art. 10). `only`: the elements
    it may get when that is narrower than the topic (empty = all of the topic).
    `own_questions`: whether it gets the topic's own questions. `when`: it is a
    recipient only if this holds.
    """

    key: str
    name: str
    role: Role
    law: str
    topics: tuple[str, ...]
    purpose: str
    bsn: bool = False
    bsn_ground: str = ""
    only: tuple[str, ...] = ()
    own_questions: bool = True
    when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything that can be asked, for whom, and who may receive it; in file order."""

    elements: tuple[Element, ...]
    regimes: tuple[Regime, ...]
    topics: tuple[Topic, ...]
    recipients: tuple[Recipient, ...]
