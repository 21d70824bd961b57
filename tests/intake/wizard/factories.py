"""A register to prefill from, drafts at a point, and reading what a page shows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from bs4 import BeautifulSoup, Tag
from django.urls import reverse

from intake.actions.save_answers import save_answers
from intake.actions.start_draft import start_draft
from intake.catalogue.queries import catalogue_of, questionnaire_of
from intake.prefill.sources import Person, Prefilled, SourceDown
from intake.questionnaire.answers import Answer, AnswerKey, Answers, Item
from intake.questionnaire.routing import RESIDENT
from intake.submissions.contents import load_answers
from intake.submissions.models import Draft
from intake.vault.sealing import Opening
from portal.accounts.models import User
from tests.intakes import NOON

AS_OF = date(2026, 11, 20)
NAME: Item = {"voornamen": "Anna", "voorvoegsel": "de", "geslachtsnaam": "Wit"}


@dataclass
class Register:
    """A prefill source that knows `known`, counts its questions, and can be down."""

    known: dict[str, tuple[Item, ...]] = field(default_factory=dict)
    down: bool = False
    asked: int = 0

    def fetch(self, person: Person, elements: Collection[str]) -> Mapping[str, Prefilled]:
        """What is known of these elements."""
        self.asked += 1
        if self.down:
            raise SourceDown
        return {
            key: Prefilled(items=items, source="brp", as_of=AS_OF)
            for key, items in self.known.items()
            if key in elements
        }


def draft_of(user: User, *topics: str, level: str = "substantieel") -> Draft:
    """An empty draft about these topics."""
    return start_draft(
        user_id=user.pk, assurance=level, topic_keys=topics, chosen_at=NOON, now=NOON
    )


def answer(draft: Draft, key: str, *items: Item, level: str = "substantieel") -> None:
    """Save an answer of the resident's own; `key` as in `AnswerKey`."""
    given = Answer(items=items, source=RESIDENT, as_of=AS_OF)
    save_answers(
        draft_id=draft.id,
        user_id=draft.owner_id,
        assurance=level,
        answers={AnswerKey.parse(key): given},
        now=NOON,
    )


def take_back(draft: Draft, key: str) -> None:
    """Take an answer out of a draft at DigiD's level."""
    save_answers(
        draft_id=draft.id,
        user_id=draft.owner_id,
        assurance="substantieel",
        answers={AnswerKey.parse(key): None},
        now=NOON,
    )


def answers_of(draft: Draft) -> Answers:
    """What is stored."""
    opening = Opening(actor="test", purpose="test", subject=f"draft:{draft.id}", at=NOON)
    return load_answers(Draft.objects.select_related("data_key").get(id=draft.id), opening=opening)


def stored(draft: Draft, key: str) -> Answer | None:
    """One stored answer."""
    return answers_of(draft).get(AnswerKey.parse(key))


def url(name: str, draft: Draft | UUID | str, *place: object) -> str:
    """An address inside an intake; a place may be an element's key, for its page."""
    draft_id = draft.id if isinstance(draft, Draft) else draft
    keys = [_page(draft_id, each) if "." in str(each) else each for each in place]
    return reverse(f"intake:{name}", args=[draft_id, *keys])


def _page(draft_id: UUID | str, element: object) -> str:
    """The page on which a question stands, also one that the draft does not ask."""
    draft = Draft.objects.filter(id=draft_id).first()
    if draft is None:
        return "vraag-1"
    chosen = [each.topic for each in draft.topics.all()]
    every = [topic.key for topic in catalogue_of(draft.release_id).topics]
    for topics in (chosen, every):
        for question in questionnaire_of(draft.release_id, topics).questions:
            if str(question.key) == element:
                return question.page
    raise KeyError(element)


def soup(response: Any) -> BeautifulSoup:
    """The page of a response that is one."""
    assert response.status_code == 200, response.status_code
    return BeautifulSoup(response.content.decode(), "html.parser")


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    """The only element that fits."""
    [found] = page.select(selector)
    return found


def words(page: BeautifulSoup | Tag) -> str:
    """The text of a page or a part of it, on one line."""
    return " ".join(page.get_text(" ").split())
