"""What an editor should look at: none of it stops a publish."""

from collections.abc import Iterator, Mapping

from intake.questionnaire.authoring.lint.findings import Finding, LintRule
from intake.questionnaire.authoring.lint.likeness import near_duplicates, two_definitions
from intake.questionnaire.authoring.lint.setting import Setting
from intake.questionnaire.authoring.lint.texts import hard_texts, without_help
from intake.questionnaire.definition import Element
from intake.questionnaire.plain import Path


def look_at(setting: Setting) -> Iterator[Finding]:
    """Find questions that are alike, unused or unexplained, and texts that are hard to read."""
    elements = _elements(setting)
    yield from near_duplicates(elements)
    yield from two_definitions(elements)
    for path, element in elements.items():
        if not setting.asking[element.key]:
            yield Finding(path, LintRule.UNUSED)
        yield from without_help(element, path)
        yield from hard_texts(element, path)
    for name in ("regimes", "topics", "recipients"):
        for place, record in enumerate(getattr(setting.catalogue, name)):
            yield from hard_texts(record, (name, place))


def _elements(setting: Setting) -> Mapping[Path, Element]:
    """Everything that can be asked, by where it stands."""
    found: dict[Path, Element] = {}
    for place, element in enumerate(setting.catalogue.elements):
        found["elements", place] = element
    for place, topic in enumerate(setting.catalogue.topics):
        for number, element in enumerate(topic.questions):
            found["topics", place, "questions", number] = element
    return found
