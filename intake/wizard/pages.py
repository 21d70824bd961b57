"""What the template of a question page shows around its questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language

from intake.questionnaire.dutch import DUTCH
from intake.questionnaire.navigation import Page
from intake.questionnaire.questions import Questionnaire
from intake.questionnaire.routing import Route
from intake.wizard.access import Intake
from intake.wizard.asked import Asked
from intake.wizard.onwards import RETURN, TO_CHECK
from intake.wizard.problems import Mistake


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """One page. `heading` is empty when the one question on it is the heading.

    `left`: how many questions still want an answer, this page's own included; follow-ups
    may still join, so it is said as "about". The browser's title says no more than that,
    because it stays behind in the history.
    """

    key: str
    task: str
    left: int
    heading: str
    asked: tuple[Asked, ...]
    mistakes: tuple[Mistake, ...]
    down: tuple[str, ...]
    back_to: str
    kept_until: datetime

    @property
    def query(self) -> str:
        """What keeps the way back to the check page in a link."""
        return f"?{RETURN}={self.back_to}" if self.back_to else ""

    @property
    def dutch_only(self) -> bool:
        """Whether a question is in Dutch for who reads another language."""
        return any(each.language != get_language() for each in self.asked if each.language)

    @property
    def alone(self) -> bool:
        """Whether one question has the page to itself, and so is its heading."""
        return not self.heading


def page_view(
    intake: Intake,
    screen: Page,
    asked: Sequence[Asked],
    *,
    returning: bool,
    down: tuple[str, ...] = (),
) -> PageView:
    """The page with these questions. `down`: names of the sources that did not answer."""
    task = task_titles(intake.route.questionnaire)[screen.task]
    return PageView(
        key=screen.key,
        task=task,
        left=questions_left(intake.route),
        heading="" if len(asked) == 1 else task,
        asked=tuple(asked),
        mistakes=tuple(mistake for each in asked for mistake in each.mistakes),
        down=down,
        back_to=TO_CHECK if returning else "",
        kept_until=intake.draft.expires_at,
    )


def questions_left(route: Route) -> int:
    """Questions on the path without an answer: the same ones that the check page lists."""
    return len(route.unanswered())


def task_titles(questionnaire: Questionnaire) -> Mapping[str, str]:
    """Titles of the tasks: the shared ones, and the topics."""
    words = questionnaire.words or DUTCH
    return {**words.tasks, **{topic.key: topic.name for topic in questionnaire.topics}}
