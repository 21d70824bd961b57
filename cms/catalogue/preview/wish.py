"""What somebody asks of a preview: which topics, which part of it, with which test answers."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

from django.http import HttpRequest

from intake.questionnaire.validation import Raw

TOPIC: Final = "onderwerp"
SECTION: Final = "deel"
DO: Final = "doe"
LONGER: Final = "erbij"
EXAMPLES: Final = "voorbeeld"


class Section(StrEnum):
    """The parts of a preview."""

    TOPICS = "onderwerpen"
    QUESTIONS = "vragen"
    SHARES = "delen"
    MESSAGES = "bericht"
    RECEIPT = "bewijs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """`raw`: the inputs of questions. `longer`: the list that gets one more item."""

    topics: tuple[str, ...] = ()
    section: Section = Section.QUESTIONS
    examples: bool = False
    longer: str = ""
    raw: Raw = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """Read a request. Names of inputs have a point in them, and ours have none."""
        given = request.POST if request.method == "POST" else request.GET
        section = given.get(SECTION, "")
        return cls(
            topics=tuple(given.getlist(TOPIC)),
            section=Section(section) if section in {*Section} else Section.QUESTIONS,
            examples=given.get(DO) == EXAMPLES,
            longer=given.get(LONGER, ""),
            raw={name: request.POST.getlist(name) for name in request.POST if "." in name},
        )
