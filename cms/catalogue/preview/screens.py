"""The path as a resident walks it: the wizard's screens in order, below each other."""

from dataclasses import dataclass, replace
from typing import Final

from django.conf import settings
from django.utils.html import format_html

from cms.catalogue.preview.walking import Walk, holds
from intake.questionnaire import navigation
from intake.questionnaire.questions import Question
from intake.questionnaire.validation import Raw
from intake.wizard.asked import Asked, Group
from intake.wizard.asking import ask, ask_item
from intake.wizard.pages import task_titles

MOST_ITEMS: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A question on its screen. `items`: those of a list, which stand below it here.

    `edited`: it is the one whose draft this is.
    """

    asked: Asked
    name: str
    edited: bool
    items: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One screen of the wizard. `task`: its heading, where another task begins.

    `alone`: no question here is the heading of the page, for many stand on it.
    """

    number: int
    task: str
    questions: tuple[Shown, ...]
    alone: bool = False


def screens(walk: Walk, *, edited: str, longer: str) -> tuple[Screen, ...]:
    """Every screen on the path. `longer`: the list that gets one more item to fill in."""
    titles = task_titles(walk.route.questionnaire)
    found: list[Screen] = []
    task = ""
    for number, page in enumerate(navigation.pages(walk.route), start=1):
        shown = (_shown(each, walk, edited=edited, longer=longer) for each in page.questions)
        title = titles[page.task] if page.task != task else ""
        found.append(Screen(number=number, task=title, questions=tuple(shown)))
        task = page.task
    return tuple(found)


def _shown(question: Question, walk: Walk, *, edited: str, longer: str) -> Shown:
    name = str(question.key)
    asked = ask(question, walk.route, raw=walk.raw, problems=walk.problems)
    groups = tuple(_told_apart(each, question) for each in asked.groups)
    return Shown(
        asked=replace(asked, language=settings.LANGUAGE_CODE, groups=groups),
        name=name,
        edited=question.element.key == edited,
        items=tuple(_items(question, walk, more=name == longer)) if asked.listed else (),
    )


def _items(question: Question, walk: Walk, *, more: bool) -> list[Group]:
    """The items that the form holds, and an empty one where somebody asked for it."""
    repeat = question.element.repeat
    name = repeat.item.capitalize() if repeat else ""
    numbers = _numbers(walk.raw, str(question.key))
    if more:
        numbers.append(max(numbers, default=-1) + 1)
    asked = (
        ask_item(question, number, walk.route, raw=walk.raw, problems=walk.problems)
        for number in numbers[:MOST_ITEMS]
    )
    return [
        _told_apart(replace(each.groups[0], heading=f"{name} {place}"), question)
        for place, each in enumerate(asked, start=1)
    ]


def _told_apart(group: Group, question: Question) -> Group:
    """With the question in its name: here several questions with the same groups stand together."""
    if not group.heading:
        return group
    named = format_html('{}<span class="visually-hidden">: {}</span>', group.heading, question.text)
    return replace(group, heading=named)


def _numbers(raw: Raw, name: str) -> list[int]:
    rows = (each.removeprefix(f"{name}.").partition(".")[0] for each in raw)
    found = {int(row) for row in rows if row.isascii() and row.isdigit()}
    return sorted(number for number in found if holds(raw, f"{name}.{number}"))
