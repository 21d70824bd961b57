"""Lint of topics and recipients: ground, term, somebody to receive it, rules that can hold."""

from collections.abc import Iterable, Iterator

from intake.questionnaire.authoring.lint.conditions import check_condition
from intake.questionnaire.authoring.lint.elements import check_own, repeated
from intake.questionnaire.authoring.lint.findings import Finding, LintRule
from intake.questionnaire.authoring.lint.reach import can_hold
from intake.questionnaire.authoring.lint.scope import check_reach
from intake.questionnaire.authoring.lint.setting import Setting
from intake.questionnaire.authoring.places import named
from intake.questionnaire.codes import Role, Scope
from intake.questionnaire.definition import Element, Recipient, Topic
from intake.questionnaire.plain import Path

_PRIVATE = {Role.UITVOERDER, Role.ADVISEUR}


def check_topic(topic: Topic, path: Path, setting: Setting) -> Iterator[Finding]:
    """Find what is wrong with one topic, its own questions included."""
    yield from _check_ground(topic, path, setting)
    yield from _check_receivers(topic, path, setting)
    yield from _check_needs(topic, path, setting)
    yield from repeated([own.key for own in topic.questions], (*path, "questions"))
    for place, own in enumerate(topic.questions):
        yield from check_own(own, topic, (*path, "questions", place), setting)
    if topic.urgent is not None:
        where = (*path, "urgent")
        yield from check_condition(topic.urgent, where, setting)
        yield from check_reach(topic.urgent, where, [topic], setting, what=topic.name)


def check_recipient(recipient: Recipient, path: Path, setting: Setting) -> Iterator[Finding]:
    """Find what is wrong with one recipient."""
    if not recipient.law.strip():
        yield Finding((*path, "law"), LintRule.NO_GROUND)
    if recipient.bsn and recipient.role in _PRIVATE and not recipient.bsn_ground.strip():
        yield Finding((*path, "bsn"), LintRule.BSN_WITHOUT_GROUND)
    for place, key in enumerate(recipient.topics):
        if key not in setting.topics:
            yield Finding((*path, "topics", place), LintRule.NO_SUCH_TOPIC, {"topic": key})
    yield from _missing(recipient.only, (*path, "only"), setting)
    if recipient.when is not None:
        where = (*path, "when")
        yield from check_condition(recipient.when, where, setting)
        for topic in (setting.topics[key] for key in recipient.topics if key in setting.topics):
            yield from check_reach(recipient.when, where, [topic], setting, what=recipient.name)


def _check_ground(topic: Topic, path: Path, setting: Setting) -> Iterator[Finding]:
    """Find what the law's minimum misses: a ground and a term."""
    if not topic.law.strip():
        yield Finding((*path, "law"), LintRule.NO_GROUND)
    regimes = {regime.key: regime for regime in setting.catalogue.regimes}
    regime = regimes.get(topic.regime)
    if regime is None:
        yield Finding((*path, "regime"), LintRule.NO_SUCH_REGIME, {"regime": topic.regime})
    elif not regime.clocks:
        yield Finding((*path, "regime"), LintRule.NO_CLOCK, {"regime": topic.regime})


def _check_receivers(topic: Topic, path: Path, setting: Setting) -> Iterator[Finding]:
    """Find a topic, or an element told per recipient, that is for nobody."""
    recipients = setting.catalogue.recipients
    certain = [each for each in recipients if topic.key in each.topics and not each.when]
    if not certain:
        yield Finding(path, LintRule.NO_RECIPIENT)
        return  # that nobody reads its parts either is the same news
    needed = {*topic.always, *topic.conditional}
    for element in setting.catalogue.elements:
        told = element.scope is Scope.RECIPIENT and element.key in needed
        if told and not _may_read(certain, element):
            yield Finding(path, LintRule.NO_READER, {"element": named(element)})


def _may_read(recipients: Iterable[Recipient], element: Element) -> bool:
    return any(not each.only or element.key in each.only for each in recipients)


def _check_needs(topic: Topic, path: Path, setting: Setting) -> Iterator[Finding]:
    """Find elements that do not exist, stand here twice, or have no rule that can hold."""
    yield from repeated(topic.always, (*path, "always"))
    yield from _needed_twice(topic, (*path, "conditional"))
    yield from _missing(topic.always, (*path, "always"), setting)
    yield from _missing(topic.conditional, (*path, "conditional"), setting)
    yield from _missing(topic.at_least_one, (*path, "at_least_one"), setting)
    yield from _missing_about(topic, (*path, "about"), setting)
    for place, key in enumerate(topic.conditional):
        element = setting.shared.get(key)
        if element is None:
            continue
        where = (*path, "conditional", place)
        if element.when is None:
            yield Finding(where, LintRule.NO_RULE, {"element": named(element)})
        elif not can_hold(element.when, topic, setting):
            values = {"what": named(element), "topics": named(topic)}
            yield Finding(where, LintRule.UNREACHABLE, values)


def _needed_twice(topic: Topic, path: Path) -> Iterator[Finding]:
    yield from repeated(topic.conditional, path)
    for place, key in enumerate(topic.conditional):
        if key in topic.always:
            yield Finding((*path, place), LintRule.DUPLICATE_KEY, {"key": key})


def _missing(keys: Iterable[str], path: Path, setting: Setting) -> Iterator[Finding]:
    for place, key in enumerate(keys):
        if key not in setting.shared:
            yield Finding((*path, place), LintRule.NO_SUCH_ELEMENT, {"element": key})


def _missing_about(topic: Topic, path: Path, setting: Setting) -> Iterator[Finding]:
    for key in topic.about:
        if key not in setting.shared:
            yield Finding((*path, key), LintRule.NO_SUCH_ELEMENT, {"element": key})
