"""Lint of what is offered to some only: by topics that ask it, with a choice left for each."""

from collections.abc import Iterable, Iterator, Sequence

from intake.questionnaire.authoring.lint.conditions import check_condition
from intake.questionnaire.authoring.lint.findings import Finding, LintRule
from intake.questionnaire.authoring.lint.scope import check_reach
from intake.questionnaire.authoring.lint.setting import Setting
from intake.questionnaire.authoring.places import named
from intake.questionnaire.definition import Element, Option, Part, Topic
from intake.questionnaire.plain import Path


def check_offers(element: Element, path: Path, setting: Setting) -> Iterator[Finding]:
    """Find options and examples that nobody can see, and topics left without a choice."""
    topics = setting.asking[element.key]
    for number, part in enumerate(element.parts):
        where = (*path, "parts", number)
        yield from _elsewhere(part.examples, topics, (*where, "examples"), setting)
        for place, option in enumerate(part.options):
            yield from _check_option(option, element, (*where, "options", place), setting)
        yield from _without_a_choice(part, topics, (*where, "options"))


def _check_option(
    option: Option, element: Element, path: Path, setting: Setting
) -> Iterator[Finding]:
    topics = setting.asking[element.key]
    yield from _elsewhere(option.topics, topics, (*path, "topics"), setting)
    if option.when is not None:
        where = (*path, "when")
        yield from check_condition(option.when, where, setting, before=element.key)
        readers = [each for each in topics if not option.topics or each.key in option.topics]
        yield from check_reach(option.when, where, readers, setting, what=option.label)


def _elsewhere(
    keys: Iterable[str], topics: Sequence[Topic], path: Path, setting: Setting
) -> Iterator[Finding]:
    asking = {topic.key for topic in topics}
    for key in keys:
        if key not in asking:
            name = named(setting.topics[key]) if key in setting.topics else key
            yield Finding(path, LintRule.TOPIC_DOES_NOT_ASK, {"topic": name})


def _without_a_choice(part: Part, topics: Sequence[Topic], path: Path) -> Iterator[Finding]:
    if not part.options:
        return
    for topic in topics:
        if not any(not each.topics or topic.key in each.topics for each in part.options):
            yield Finding(path, LintRule.NO_CHOICE_LEFT, {"topic": named(topic)})
