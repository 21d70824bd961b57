"""Lint of reach: a condition that holds for none, and rules in it that look at nothing."""

from collections.abc import Iterator, Sequence

from intake.questionnaire.authoring.lint.conditions import rules_of
from intake.questionnaire.authoring.lint.findings import Finding, LintRule
from intake.questionnaire.authoring.lint.reach import can_hold
from intake.questionnaire.authoring.lint.setting import Setting, meant
from intake.questionnaire.authoring.places import named
from intake.questionnaire.definition import Condition, Rule, Topic
from intake.questionnaire.plain import Path


def check_reach(
    condition: Condition, path: Path, topics: Sequence[Topic], setting: Setting, *, what: str
) -> Iterator[Finding]:
    """Find a condition that holds for none of these topics, and rules on what none of them asks.

    Says nothing when no topic is given, or a rule looks at what does not exist.
    """
    rules = list(rules_of(condition))
    if not topics or any(rule.element not in setting.elements for rule, _ in rules):
        return
    names = ", ".join(named(topic) for topic in topics)
    dead = [found for found in rules if not any(_asks(each, found[0], setting) for each in topics)]
    for rule, where in dead:
        values = {"element": named(setting.elements[rule.element]), "topics": names}
        yield Finding((*path, *where), LintRule.NEVER_ASKED, values)
    if not dead and not any(can_hold(condition, each, setting) for each in topics):
        yield Finding(path, LintRule.UNREACHABLE, {"what": what, "topics": names})


def _asks(topic: Topic, rule: Rule, setting: Setting) -> bool:
    return meant(rule.element, rule.about, topic) in setting.asked[topic.key]
