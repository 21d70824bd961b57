"""What lint can say: a rule, how bad it is, where, and the words that fill its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from intake.questionnaire.plain import Path, dotted


class Severity(StrEnum):
    """ERROR: the catalogue may not be published so. WARNING: look at it."""

    ERROR = "error"
    WARNING = "warning"


class LintRule(StrEnum):
    """Every rule by its stable code."""

    ABOVE_B1 = "above-b1"
    ALSO_AN_ELEMENT = "also-an-element"
    ANSWERED_FALSE = "answered-false"
    ASKED_LATER = "asked-later"
    BAD_KEY = "bad-key"
    BAD_PART_KEY = "bad-part-key"
    BSN_WITHOUT_GROUND = "bsn-without-ground"
    CONSENT_REUSABLE = "consent-reusable"
    COUNT_MISFIT = "count-misfit"
    DUPLICATE_KEY = "duplicate-key"
    LONG_SENTENCE = "long-sentence"
    MALFORMED = "malformed"
    NEAR_DUPLICATE = "near-duplicate"
    NEVER_ASKED = "never-asked"
    NO_CHOICE_LEFT = "no-choice-left"
    NO_CLOCK = "no-clock"
    NO_GROUND = "no-ground"
    NO_HELP = "no-help"
    NO_LABEL = "no-label"
    NO_PARTS = "no-parts"
    NO_READER = "no-reader"
    NO_RECIPIENT = "no-recipient"
    NO_RULE = "no-rule"
    NO_SUCH_ELEMENT = "no-such-element"
    NO_SUCH_OPTION = "no-such-option"
    NO_SUCH_PART = "no-such-part"
    NO_SUCH_REGIME = "no-such-regime"
    NO_SUCH_TOPIC = "no-such-topic"
    NOT_A_SIBLING = "not-a-sibling"
    OPTIONS_MISFIT = "options-misfit"
    OWN_KEY = "own-key"
    OWN_SECTION = "own-section"
    SHARED_SECTION = "shared-section"
    TOPIC_DOES_NOT_ASK = "topic-does-not-ask"
    TWO_DEFINITIONS = "two-definitions"
    TYPE_MISMATCH = "type-mismatch"
    UNKNOWN_RESERVED = "unknown-reserved"
    UNREACHABLE = "unreachable"
    UNUSED = "unused"
    VALUE_MISMATCH = "value-mismatch"


WARNINGS = frozenset(
    {
        LintRule.ABOVE_B1,
        LintRule.LONG_SENTENCE,
        LintRule.NEAR_DUPLICATE,
        LintRule.NO_HELP,
        LintRule.TWO_DEFINITIONS,
        LintRule.UNUSED,
    }
)
"""The rules that do not stop a publish; every other one does."""

PROBLEMS: Mapping[LintRule, str] = {
    LintRule.ABOVE_B1: "this is hard to read: %(score)s, and B1 needs %(needed)s",
    LintRule.ALSO_AN_ELEMENT: "%(key)s is also the key of a shared element",
    LintRule.ANSWERED_FALSE: "answered is true; write not: {…} for the opposite",
    LintRule.ASKED_LATER: "%(element)s is not asked before %(before)s",
    LintRule.BAD_KEY: "a key has letters, digits and hyphens, with points between",
    LintRule.BAD_PART_KEY: "a key has letters and digits here, and is no reserved word",
    LintRule.BSN_WITHOUT_GROUND: (
        "a BSN needs a ground in law (bsn_ground): this is no government body (Wabb art. 10)"
    ),
    LintRule.CONSENT_REUSABLE: "consent is asked anew every time: reuse is never",
    LintRule.COUNT_MISFIT: "counting is for the items of a list, and names no part",
    LintRule.DUPLICATE_KEY: "%(key)s stands here twice",
    LintRule.LONG_SENTENCE: "a sentence of %(words)s words; B1 has %(most)s at most: %(sentence)s",
    LintRule.MALFORMED: "%(problem)s",
    LintRule.NEAR_DUPLICATE: "asks almost the same as %(other)s",
    LintRule.NEVER_ASKED: "%(element)s is never asked for %(topics)s",
    LintRule.NO_CHOICE_LEFT: "nothing is offered for topic %(topic)s",
    LintRule.NO_CLOCK: "regime %(regime)s has no term",
    LintRule.NO_GROUND: "a legal ground is missing",
    LintRule.NO_HELP: "there is no help and no example with %(part)s",
    LintRule.NO_LABEL: "a label is missing; only a part that stands alone needs none",
    LintRule.NO_PARTS: "a question needs at least one part",
    LintRule.NO_READER: "nobody may read %(element)s, which is told per recipient",
    LintRule.NO_RECIPIENT: "nobody receives this topic in every case",
    LintRule.NO_RULE: "%(element)s has no rule that says when it is asked",
    LintRule.NO_SUCH_ELEMENT: "element %(element)s does not exist",
    LintRule.NO_SUCH_OPTION: "%(part)s of %(element)s has no option %(option)s",
    LintRule.NO_SUCH_PART: "%(element)s has no part %(part)s",
    LintRule.NO_SUCH_REGIME: "regime %(regime)s does not exist",
    LintRule.NO_SUCH_TOPIC: "topic %(topic)s does not exist",
    LintRule.NOT_A_SIBLING: "may name earlier parts of the same question only",
    LintRule.OPTIONS_MISFIT: "a choice has options, anything else has none",
    LintRule.OWN_KEY: "the key must begin with %(start)s",
    LintRule.OWN_SECTION: "an own question stands in section topic",
    LintRule.SHARED_SECTION: "a shared element stands in another section than topic",
    LintRule.TOPIC_DOES_NOT_ASK: "topic %(topic)s does not ask this",
    LintRule.TWO_DEFINITIONS: "has the same name as %(other)s, and another definition",
    LintRule.TYPE_MISMATCH: "%(operator)s does not fit %(part)s, a %(type)s",
    LintRule.UNKNOWN_RESERVED: "unknown is reserved: write unknown: true",
    LintRule.UNREACHABLE: "%(what)s can never come up: its rule cannot hold for %(topics)s",
    LintRule.UNUSED: "no topic asks this",
    LintRule.VALUE_MISMATCH: "%(part)s, a %(type)s, cannot be compared with this value",
}
"""What is wrong, in English for who maintains the file; `%(name)s` stands for a value.

Values are names with keys, numbers, or codes: `operator` is an `Operator`, `type` a `PartType`.
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to say about a catalogue; `path` leads to it in the catalogue's plain data."""

    path: Path
    rule: LintRule
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Whether it stops a publish."""
        return Severity.WARNING if self.rule in WARNINGS else Severity.ERROR

    @property
    def problem(self) -> str:
        """What is wrong, in English."""
        return PROBLEMS[self.rule] % self.values

    def __str__(self) -> str:
        return f"{dotted(self.path)}: {self.problem}"
