"""Questions, their parts and what these offer."""

from typing import Any

import pytest

from intake.questionnaire.authoring.lint import LintRule
from tests.intake.questionnaire.authoring.lint.cases import Case, element, part, unchanged, verify

OPTIONS = [{"value": "email", "label": "Met een e-mail"}, {"value": "brief", "label": "Per post"}]


def twice(data: Any) -> None:
    data["elements"].append(data["elements"][0])


def own_question_twice(data: Any) -> None:
    data["topics"][0]["questions"] *= 2


def own_key_taken(data: Any) -> None:
    taken = {**data["elements"][1], "key": "hulp.taken"}
    data["elements"].append(taken)


CASES = [
    Case(LintRule.DUPLICATE_KEY, "elements[7]", twice, unchanged),
    Case(LintRule.DUPLICATE_KEY, "topics[0].questions[1]", own_question_twice, unchanged),
    Case(
        LintRule.DUPLICATE_KEY,
        "elements[2].parts[0].options[1]",
        part(2, options=OPTIONS[:1] * 2),
        part(2, options=OPTIONS),
    ),
    Case(LintRule.ALSO_AN_ELEMENT, "topics[0].questions[0].key", own_key_taken, unchanged),
    Case(LintRule.BAD_KEY, "elements[1].key", element(1, key="p naam"), element(1, key="p.n-1")),
    Case(
        LintRule.BAD_PART_KEY,
        "elements[0].parts[0].key",
        part(0, key="unknown"),
        part(0, key="bekend"),
    ),
    Case(
        LintRule.CONSENT_REUSABLE,
        "elements[0].reuse",
        element(0, sensitivity="consent"),
        element(0, sensitivity="consent", reuse="never"),
    ),
    Case(LintRule.NO_PARTS, "elements[0].parts", element(0, parts=[]), unchanged),
    Case(
        LintRule.NO_LABEL,
        "elements[1].parts[0]",
        part(1, label=""),
        element(1, parts=[{"key": "naam", "type": "text"}]),
    ),
    Case(
        LintRule.OPTIONS_MISFIT,
        "elements[2].parts[0].options",
        part(2, options=[]),
        part(2, options=OPTIONS),
    ),
    Case(
        LintRule.OPTIONS_MISFIT,
        "elements[1].parts[0].options",
        part(1, options=OPTIONS),
        part(1, type="choice", options=OPTIONS),
    ),
    Case(
        LintRule.UNKNOWN_RESERVED,
        "elements[2].parts[0].options",
        part(2, options=[*OPTIONS, {"value": "unknown", "label": "Weet ik niet"}]),
        part(2, unknown=True),
    ),
    Case(
        LintRule.SHARED_SECTION,
        "elements[0].section",
        element(0, section="topic"),
        element(0, section="household"),
    ),
    Case(
        LintRule.TOPIC_DOES_NOT_ASK,
        "elements[2].parts[0].options[1].topics",
        part(2, options=[OPTIONS[0], {**OPTIONS[1], "topics": ["jeugd"]}]),
        part(2, options=[OPTIONS[0], {**OPTIONS[1], "topics": ["hulp"]}]),
    ),
    Case(
        LintRule.NO_CHOICE_LEFT,
        "elements[2].parts[0].options",
        part(2, options=[{**each, "topics": ["hulp"]} for each in OPTIONS]),
        part(2, options=[OPTIONS[0], {**OPTIONS[1], "topics": ["hulp"]}]),
    ),
    Case(
        LintRule.UNREACHABLE,
        "elements[2].parts[0].options[1].when",
        part(2, options=[OPTIONS[0], {**OPTIONS[1], "when": {"any": []}}]),
        part(2, options=[OPTIONS[0], {**OPTIONS[1], "when": {"all": []}}]),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_it_is_found(case: Case) -> None:
    verify(case)
