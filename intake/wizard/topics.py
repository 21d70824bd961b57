"""The topics to choose from, in groups with plain names, and what a choice brings along."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from intake.catalogue.queries import catalogue_of, questionnaire_of
from intake.catalogue.translations import shown_catalogue, shown_questionnaire
from intake.questionnaire.codes import About, Scope, Sensitivity
from intake.questionnaire.definition import Catalogue, Recipient, Topic
from intake.questionnaire.questions import Questionnaire
from intake.wizard.problems import Mistake

PARAMETER = "onderwerp"
"""Name of the inputs, and of the query parameter that preselects."""
NOTHING = ""
"""Its value in the address after a form in which nothing was ticked."""
MINUTES_A_QUESTION = 0.75
MISSING = _("Choose at least one topic.")

CARE, MONEY, CHILDREN, OTHER = "care", "money", "children", "other"
GROUPS: Final[Mapping[str, Promise]] = {
    CARE: _("Help at home and getting around"),
    MONEY: _("Money and debts"),
    CHILDREN: _("Children and school"),
    OTHER: _("Learning and living in the Netherlands"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCard:
    """A topic to tick; `questions` is how many it asks by itself."""

    key: str
    id: str
    name: str
    summary: str
    questions: int
    checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicGroup:
    """Topics that belong together."""

    key: str
    title: Promise
    cards: tuple[TopicCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What the chosen topics ask of a resident, known beforehand."""

    topics: tuple[Topic, ...]
    together: int
    separately: int
    minutes: int
    papers: tuple[str, ...]
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicChoice:
    """The choosing form; `expectation` only once something is chosen."""

    groups: tuple[TopicGroup, ...]
    expectation: Expectation | None
    missing: str

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """Lines for the error summary."""
        first = self.groups[0].cards[0].id
        return (Mistake(id=first, message=self.missing),) if self.missing else ()


def nothing_chosen(url: str) -> str:
    """The address that shows the form once more, with the mistake."""
    return f"{url}?{PARAMETER}={NOTHING}"


def known(release_id: UUID, keys: Iterable[str]) -> tuple[tuple[str, ...], bool]:
    """Those of the keys that are topics, in catalogue order; and whether others were among them."""
    wanted = set(keys)
    found = tuple(topic.key for topic in catalogue_of(release_id).topics if topic.key in wanted)
    return found, len(found) < len(wanted)


def topic_choice(
    release_id: UUID, chosen: Collection[str], *, missing: bool = False
) -> TopicChoice:
    """The form with these topics ticked. `missing`: none was, and one must be."""
    catalogue = shown_catalogue(release_id, get_language())
    return TopicChoice(
        groups=tuple(_groups(release_id, catalogue, chosen)),
        expectation=_expectation(release_id, chosen) if chosen else None,
        missing=str(MISSING) if missing else "",
    )


def _groups(
    release_id: UUID, catalogue: Catalogue, chosen: Collection[str]
) -> Iterator[TopicGroup]:
    kinds = {topic.key: _group_of(topic, catalogue) for topic in catalogue.topics}
    for group, title in GROUPS.items():
        cards = tuple(
            TopicCard(
                key=topic.key,
                id=f"onderwerp-{topic.key}",
                name=topic.name,
                summary=topic.summary,
                questions=_asked(questionnaire_of(release_id, [topic.key])),
                checked=topic.key in chosen,
            )
            for topic in catalogue.topics
            if kinds[topic.key] == group
        )
        if cards:
            yield TopicGroup(key=group, title=title, cards=cards)


def _group_of(topic: Topic, catalogue: Catalogue) -> str:
    """Where a topic stands follows from what it always asks, so a new one finds its place."""
    if About.CHILD in topic.about.values():
        return CHILDREN
    asked = {
        element.sensitivity
        for element in catalogue.elements
        if element.key in topic.always and element.scope is Scope.INTAKE
    }
    if Sensitivity.HEALTH in asked:
        return CARE
    return MONEY if Sensitivity.FINANCIAL in asked else OTHER


def _expectation(release_id: UUID, chosen: Collection[str]) -> Expectation:
    together = shown_questionnaire(release_id, chosen, get_language()).questionnaire
    number = _asked(together)
    return Expectation(
        topics=together.topics,
        together=number,
        separately=sum(_asked(questionnaire_of(release_id, [key])) for key in chosen),
        minutes=max(5, 5 * round(number * MINUTES_A_QUESTION / 5)),
        papers=tuple(dict.fromkeys(paper for topic in together.topics for paper in topic.papers)),
        recipients=together.recipients,
    )


def _asked(questionnaire: Questionnaire) -> int:
    """How many questions are always asked, beside those that only confirm a register."""
    return sum(
        not question.element.prefilled and any(need.when is None for need in question.needs)
        for question in questionnaire.questions
    )
