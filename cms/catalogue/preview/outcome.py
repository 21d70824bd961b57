"""What would become of the answers: the message to each recipient, and the receipt."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from intake.cases.alarm import alarm, told_terms
from intake.cases.clocks import AMSTERDAM, Term, amsterdam_date, terms
from intake.catalogue.municipality import Municipality
from intake.delivery import document as delivery
from intake.questionnaire.answers import Answers
from intake.questionnaire.definition import Topic
from intake.questionnaire.dutch import DUTCH
from intake.questionnaire.projection import project
from intake.questionnaire.routing import Route, follow
from intake.receipts import document as receipts
from intake.receipts.pdf import style_sheet
from intake.submissions.assurance import Assurance

REFERENCE: Final = "ZT-0000-0000-0000"
NO_CASE: Final = UUID(int=0)
FONT: Final = "html { font-family: system-ui, sans-serif; }"
"""Paper has its own font inside; in a sandboxed frame there is only the reader's."""
FILER: Final = delivery.Filer(role="zelf", assurance=Assurance.SUBSTANTIAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of a message, as the `summary_list` component reads it."""

    label: str
    values: Sequence[str] = field(repr=False)
    note: str = ""
    shares: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What one recipient gets of one topic, in words, and `text`: as it is before sealing."""

    recipient: str
    name: str
    topic: str
    facts: tuple[Fact, ...]
    answers: tuple[Fact, ...]
    text: str = field(repr=False)


def as_submitted(route: Route) -> Route:
    """The same route with what registers fill in coming from there, as after a real log-in."""
    sources = {
        question.key: question.element.source.lower()
        for question in route.questions
        if question.element.prefilled
    }
    answers = {
        key: replace(answer, source=sources.get(key.question, answer.source))
        for key, answer in route.answers.items()
    }
    return follow(route.questionnaire, Answers(answers), today=route.today)


def messages(route: Route, *, municipality: Municipality, now: datetime) -> Iterator[Message]:
    """One for each topic and recipient. Raises DocumentTooLarge."""
    for topic in route.questionnaire.topics:
        case = _case(route, topic, now)
        for recipient in route.recipients(topic.key):
            encoded = delivery.case_document(
                municipality=municipality,
                case=case,
                recipient=recipient,
                filer=FILER,
                answers=project(route, topic=topic.key, recipient=recipient.key),
            )
            document = json.loads(encoded)
            yield Message(
                recipient=recipient.key,
                name=recipient.name,
                topic=topic.name,
                facts=tuple(_case_facts(document["zaak"])),
                answers=tuple(map(_answer, document["antwoorden"])),
                text=json.dumps(document, ensure_ascii=False, indent=2),
            )


def receipt_html(route: Route, *, municipality: Municipality, now: datetime, nonce: str) -> str:
    """The receipt as one HTML document, in the style it has on paper."""
    receipt = receipts.receipt_document(
        municipality=municipality,
        reference=REFERENCE,
        received_at=now.astimezone(AMSTERDAM),
        questionnaire=route.questionnaire,
        answers=route.answers,
        cases=[_facts(route, topic, now) for topic in route.questionnaire.topics],
    )
    html = render_to_string("receipts/receipt.html", {"receipt": receipt})
    css = mark_safe(f"{style_sheet(settings.HOUSE_STYLE)}{FONT}")  # noqa: S308 (a file of our own)
    style = format_html('<style nonce="{}">{}</style>', nonce, css)
    return html.replace("</head>", f"{style}</head>", 1)


def _case_facts(case: Mapping[str, Any]) -> Iterator[Fact]:
    yield Fact(label=_("Reference"), values=[case["kenmerk"]])
    yield Fact(label=_("In law"), values=[case["soort"], case["grondslag"]])
    yield Fact(label=_("Urgent"), values=[_("Yes") if case["spoed"] else _("No")])
    for term in case["termijnen"]:
        until = DUTCH.date(date.fromisoformat(term["uiterlijk"]))
        yield Fact(label=_("Term: %(name)s") % {"name": term["naam"]}, values=[until])


def _answer(answer: Mapping[str, str]) -> Fact:
    told = DUTCH.date(date.fromisoformat(answer["peildatum"]))
    return Fact(
        label=answer["vraag"],
        values=answer["weergave"].splitlines(),
        note=f"{answer['bron']}, {told}",
        shares=answer["element"],
    )


def _case(route: Route, topic: Topic, now: datetime) -> delivery.CaseFacts:
    facts = _facts(route, topic, now)
    return delivery.CaseFacts(
        id=NO_CASE,
        reference=REFERENCE,
        topic=topic.key,
        kind=topic.kind.value,
        law=topic.law,
        upl=topic.upl,
        received_at=now,
        urgent=facts.urgent,
        terms=[(each.name, each.until) for each in _terms(route, topic, now)],
    )


def _facts(route: Route, topic: Topic, now: datetime) -> receipts.CaseFacts:
    received, urgent = amsterdam_date(now), route.is_urgent(topic.key)
    until = _terms(route, topic, now)
    return receipts.CaseFacts(
        topic=topic.key,
        reference=REFERENCE,
        urgent=urgent,
        pressing=urgent and alarm(until, received=received).term is not None,
        terms=tuple((e.name, e.until) for e in told_terms(until, received=received, urgent=urgent)),
        recipients=tuple(each.key for each in route.recipients(topic.key)),
        first_chosen=received,
    )


def _terms(route: Route, topic: Topic, now: datetime) -> tuple[Term, ...]:
    [regime] = (each for each in route.questionnaire.regimes if each.key == topic.regime)
    urgent = route.is_urgent(topic.key)
    return terms(regime, topic.kind, received=amsterdam_date(now), urgent=urgent)
