"""What a receipt says: pure facts in, the document's words out.

The fields are those of a confirmation of receipt (Awb afdeling 2.3, Wmebv): who
received it and when, what each message is in law, a full copy of the answers with
their sources, who gets which of them, what happens next and by which date.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from intake.catalogue.municipality import Municipality
from intake.questionnaire.answers import Answers
from intake.questionnaire.codes import Kind
from intake.questionnaire.definition import Recipient, Topic
from intake.questionnaire.dutch import DUTCH
from intake.questionnaire.laws import full_law
from intake.questionnaire.projection import project
from intake.questionnaire.questions import Questionnaire
from intake.questionnaire.routing import Route, follow
from intake.receipts.told import Section, own_name, own_telephone, told


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What a case's row says. `terms`: (name, last day); `recipients`: their keys.

    `pressing`: its terms are those of an urgent case, in place of the ordinary ones.
    `first_chosen`: the Amsterdam date on which the topic was first chosen.
    """

    topic: str
    reference: str
    urgent: bool
    pressing: bool
    terms: tuple[tuple[str, date], ...]
    recipients: tuple[str, ...]
    first_chosen: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One recipient of a part: why it gets it, and the names of the answers it gets."""

    name: str
    purpose: str
    law: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One case as the receipt describes it. `terms`: (name, date in words).

    `note`: the general rule, which yields to its own terms where those are `pressing`.
    `first_chosen`: the date in words, where that day counts.
    """

    name: str
    reference: str
    kind: str
    law: str
    note: str
    next_step: str
    urgent: bool
    pressing: bool
    decides: bool
    first_chosen: str
    papers: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptDocument:
    """Everything on the receipt, in order. `name` and `telephone`: the resident's own."""

    municipality: Municipality
    reference: str
    received_at: datetime
    name: str = field(repr=False)
    telephone: str = field(repr=False)
    parts: tuple[Part, ...]
    sections: tuple[Section, ...] = field(repr=False)

    @property
    def urgent(self) -> bool:
        """Whether a part cannot wait."""
        return any(part.urgent for part in self.parts)

    @property
    def papers(self) -> tuple[Part, ...]:
        """The parts with which papers help."""
        return tuple(part for part in self.parts if part.papers)


def receipt_document(
    *,
    municipality: Municipality,
    reference: str,
    received_at: datetime,
    questionnaire: Questionnaire,
    answers: Answers,
    cases: Sequence[CaseFacts],
) -> ReceiptDocument:
    """Compose the receipt; `received_at` is Amsterdam time, its date decides what applied."""
    route = follow(questionnaire, answers, today=received_at.date())
    return ReceiptDocument(
        municipality=municipality,
        reference=reference,
        received_at=received_at,
        name=own_name(route),
        telephone=own_telephone(route),
        parts=tuple(_part(case, route) for case in sorted(cases, key=_calm)),
        sections=tuple(told(route)),
    )


def _calm(case: CaseFacts) -> tuple[bool, bool]:
    """For sorting: first what cannot wait, and of that first what has a term of days."""
    return not case.urgent, not case.pressing


def _part(case: CaseFacts, route: Route) -> Part:
    topic = next(each for each in route.questionnaire.topics if each.key == case.topic)
    regime = next(each for each in route.questionnaire.regimes if each.key == topic.regime)
    return Part(
        name=topic.name,
        reference=case.reference,
        kind=topic.kind.value,
        law=full_law(topic.law),
        note=regime.note,
        next_step=topic.next_step,
        urgent=case.urgent,
        pressing=case.pressing,
        decides=topic.kind is Kind.AANVRAAG,
        first_chosen=DUTCH.date(case.first_chosen) if topic.first_day_counts else "",
        papers=topic.papers,
        terms=tuple((name, DUTCH.date(until)) for name, until in case.terms),
        shares=tuple(
            _share(each, topic, route)
            for each in route.recipients(topic.key)
            if each.key in case.recipients
        ),
    )


def _share(recipient: Recipient, topic: Topic, route: Route) -> Share:
    projected = project(route, topic=topic.key, recipient=recipient.key)
    return Share(
        name=recipient.name,
        purpose=recipient.purpose,
        law=full_law(topic.law),
        labels=tuple(answer.label for answer in projected),
    )
