"""Fill in what the government already knows, for the resident to confirm."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from intake.cases.clocks import amsterdam_date
from intake.catalogue.queries import questionnaire_of
from intake.prefill.sources import Person, Prefilled, Sources, sources
from intake.questionnaire.answers import Answer, AnswerKey
from intake.questionnaire.codes import About, PartType, Reuse, Scope, Sensitivity
from intake.questionnaire.definition import Element
from intake.questionnaire.routing import follow
from intake.submissions.assurance import Assurance, demand
from intake.submissions.contents import load_answers, store_answers
from intake.submissions.drafts import draft_of, lock_open_draft, topic_keys, touch
from intake.submissions.models import Draft
from intake.vault.sealing import Opening

DIGID = "digid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefilling:
    """The keys that were filled in, and the names of the sources that did not answer."""

    filled: tuple[AnswerKey, ...]
    down: tuple[str, ...]


def prefill_draft(
    *,
    draft_id: UUID,
    user_id: UUID,
    assurance: str,
    bsn: str,
    registry: Sources = sources,
    now: datetime,
) -> Prefilling:
    """Ask the sources for what the path asks and nobody answered yet, and keep what they know.

    1. Read what is still open. 2. Ask the sources: network, so no transaction. 3. Store,
    leaving alone what was answered meanwhile. A source that is down stops nothing, and
    what the answers do not call for is not asked of a register.
    Raises DraftNotFound, AssuranceTooLow, DraftSubmitted.
    """
    demand(have=assurance, need=Assurance.SUBSTANTIAL)
    draft = draft_of(draft_id=draft_id, user_id=user_id, assurance=assurance)
    today = amsterdam_date(now)
    wanted = dict(_wanted(draft, today=today, now=now))
    registered = {key for key, each in wanted.items() if not _is_bsn(each)}
    fetched = registry.fetch(Person(bsn), registered)
    known = {**fetched.found, **_from_login(wanted, bsn, today)}
    answers = {AnswerKey.of(key): _answer(wanted[key], each) for key, each in known.items()}
    if answers:
        _store(draft_id, user_id, assurance, answers, now)
    return Prefilling(filled=tuple(answers), down=fetched.down)


def _wanted(draft: Draft, *, today: date, now: datetime) -> Iterator[tuple[str, Element]]:
    """The elements about the resident that a source may know, asked now and not answered."""
    opening = Opening(
        actor=f"user:{draft.owner_id}", purpose="prefill", subject=f"draft:{draft.id}", at=now
    )
    answers = load_answers(draft, opening=opening)
    questionnaire = questionnaire_of(draft.release_id, topic_keys(draft))
    for question in follow(questionnaire, answers, today=today).questions:
        element = question.element
        if not element.prefilled or element.scope is Scope.RECIPIENT:
            continue
        if question.about is About.SELF and AnswerKey(question.key) not in answers:
            yield element.key, element


def _is_bsn(element: Element) -> bool:
    return element.sensitivity is Sensitivity.NATIONAL_ID


def _from_login(wanted: Mapping[str, Element], bsn: str, today: date) -> dict[str, Prefilled]:
    """The BSN itself, which the log-in gave."""
    return {
        key: Prefilled(items=({_bsn_part(element): bsn},), source=DIGID, as_of=today)
        for key, element in wanted.items()
        if _is_bsn(element)
    }


def _bsn_part(element: Element) -> str:
    return next(part.key for part in element.parts if part.type is PartType.BSN)


def _answer(element: Element, known: Prefilled) -> Answer:
    return Answer(
        items=known.items,
        source=known.source,
        as_of=known.as_of,
        confirmed=element.reuse is Reuse.REUSE,
    )


@transaction.atomic(durable=True)
def _store(
    draft_id: UUID,
    user_id: UUID,
    assurance: str,
    answers: Mapping[AnswerKey, Answer],
    now: datetime,
) -> None:
    draft = lock_open_draft(draft_id=draft_id, user_id=user_id, assurance=assurance)
    store_answers(draft, answers=answers, now=now, replace=False)
    touch(draft, assurance=assurance, now=now)
