"""What lint says: a sentence for every rule, and where it stands."""

import re

import pytest

from intake.questionnaire.authoring.lint import (
    PROBLEMS,
    Finding,
    LintRule,
    Severity,
    check,
    errors,
    warnings,
)
from intake.questionnaire.authoring.places import Place, RecordKind, place_of
from tests.intake.questionnaire.authoring.lint import (
    test_conditions,
    test_elements,
    test_quality,
    test_topics,
)
from tests.intake.questionnaire.authoring.lint.cases import Case, spoiled, topic
from tests.intake.questionnaire.examples import catalogue

MODULES = (test_conditions, test_elements, test_quality, test_topics)
CASES = [case for module in MODULES for case in module.CASES]
FOR_UNREADABLE_DATA = {LintRule.MALFORMED}


def test_the_example_is_right() -> None:
    assert errors(catalogue()) == ()


def test_every_rule_has_an_example() -> None:
    assert {case.rule for case in CASES} == set(LintRule) - FOR_UNREADABLE_DATA


def test_every_rule_has_a_sentence_without_an_end() -> None:
    assert set(PROBLEMS) == set(LintRule)
    assert not any(text.endswith(".") for text in PROBLEMS.values())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_sentence_uses_all_its_values(case: Case) -> None:
    for finding in check(spoiled(case.bad)):
        assert set(re.findall(r"%\((\w+)\)s", PROBLEMS[finding.rule])) == set(finding.values)
        assert "%" not in finding.problem


def test_errors_and_warnings_together_are_all() -> None:
    spoilt = spoiled(topic(0, law=""))
    assert check(spoilt) == errors(spoilt) + warnings(spoilt)
    assert {each.severity for each in errors(spoilt)} == {Severity.ERROR}
    assert {each.severity for each in warnings(spoilt)} == {Severity.WARNING}


def test_it_reads_as_place_and_problem() -> None:
    [finding] = errors(spoiled(topic(0, regime="weg")))
    assert str(finding) == "topics[0].regime: regime weg does not exist"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("elements", 1, "parts", 0), Place(RecordKind.ELEMENT, "p.naam", ("parts", 0))),
        (("topics", 0, "questions", 0, "key"), Place(RecordKind.ELEMENT, "hulp.taken", ("key",))),
        (("topics", 1), Place(RecordKind.TOPIC, "schuld")),
        (("topics", 1, "questions"), Place(RecordKind.TOPIC, "schuld", ("questions",))),
        (("recipients", 2, "bsn"), Place(RecordKind.RECIPIENT, "fonds", ("bsn",))),
        (("regimes", 0), Place(RecordKind.REGIME, "wmo")),
        (("elements",), None),
        ((), None),
    ],
)
def test_a_path_leads_to_a_record(path: tuple[str | int, ...], place: Place | None) -> None:
    finding = Finding(path, LintRule.UNUSED)
    assert place_of(catalogue(), finding.path) == place
