"""How a route stands on screen: pages, tasks with their state, and what comes next."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from intake.questionnaire.questions import Question
from intake.questionnaire.routing import Route


class State(StrEnum):
    """How far a task is; codes as in the page's `data-state`."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Page:
    """Questions that stand on one screen; `key` is a slug, unique in the questionnaire."""

    key: str
    task: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """Pages that belong together; `key` is one of `compose`'s or a topic's key."""

    key: str
    pages: tuple[Page, ...]
    state: State


def pages(route: Route) -> tuple[Page, ...]:
    """Return the screens of the path, in order."""
    return tuple(
        Page(key, task, tuple(questions))
        for (key, task), questions in groupby(
            route.questions, key=lambda question: (question.page, question.task)
        )
    )


def page(route: Route, key: str) -> Page | None:
    """Return the screen with that key, None when it is not on the path."""
    return next((each for each in pages(route) if each.key == key), None)


def tasks(route: Route) -> tuple[Task, ...]:
    """Return the tasks that have something to ask, in order, with their state."""
    return tuple(
        Task(key, screens, _state(route, screens))
        for key, group in groupby(pages(route), key=lambda each: each.task)
        for screens in [tuple(group)]
    )


def next_page(route: Route, *, after: str | None = None) -> Page | None:
    """Return the first screen with something to answer: behind `after`, else from the top.

    None when everything is answered. `after` may have left the path meanwhile.
    """
    places = _places(route)
    here = places.get(after or "", -1)
    to_do = [each for each in pages(route) if not _is_done(route, each)]
    later = [each for each in to_do if places[each.key] > here]
    return next(iter((*later, *to_do)), None)


def previous_page(route: Route, *, before: str) -> Page | None:
    """Return the screen that stands before this one on the path."""
    places = _places(route)
    here = places.get(before, len(places))
    earlier = [each for each in pages(route) if places[each.key] < here]
    return earlier[-1] if earlier else None


def _places(route: Route) -> dict[str, int]:
    keys = dict.fromkeys(question.page for question in route.questionnaire.questions)
    return {key: place for place, key in enumerate(keys)}


def _is_done(route: Route, screen: Page) -> bool:
    return all(map(route.is_answered, screen.questions))


def _state(route: Route, screens: tuple[Page, ...]) -> State:
    answered = {route.is_answered(question) for each in screens for question in each.questions}
    if answered == {True}:
        return State.DONE
    return State.DOING if True in answered else State.TODO
