"""Warnings: texts above B1, inputs without help, questions that are alike, unused or unclear."""

from typing import Any

import pytest

from intake.questionnaire.authoring.lint import LintRule, Severity, errors, warnings
from tests.intake.questionnaire.authoring.lint.cases import (
    Case,
    element,
    own,
    part,
    recipient,
    spoiled,
    topic,
    unchanged,
    verify,
)

LONG = "Wij kijken dan samen met u wat u nog zelf kunt doen en wat u van ons krijgt."
HARD = (
    "Uitvoeringsorganisaties beoordelen uw bestaanszekerheid aan de hand van de"
    " gemeentelijke inkomensondersteuningsregelingen."
)
EASY = "Wij kijken samen wat u zelf kunt. Daarna ziet u wat u van ons krijgt."
GROSS = {"definition": "Bruto, per maand."}


def added(**fields: Any) -> Any:
    """One more element, asked for debt help, beside "Inkomen" which asks for an amount."""
    new = {
        "key": "f.nieuw",
        "section": "money",
        "parts": [{"key": "bedrag", "type": "money", "help": "Ongeveer is goed."}],
        **fields,
    }

    def change(data: Any) -> None:
        data["elements"][6].update(GROSS)
        data["elements"].append(new)
        data["topics"][1]["always"].append("f.nieuw")

    return change


CASES = [
    Case(LintRule.LONG_SENTENCE, "elements[4].help", element(4, help=LONG), element(4, help=EASY)),
    Case(LintRule.LONG_SENTENCE, "topics[0].papers[0]", topic(0, papers=[LONG]), unchanged),
    Case(LintRule.ABOVE_B1, "elements[4].help", element(4, help=HARD), element(4, help=EASY)),
    Case(
        LintRule.ABOVE_B1,
        "elements[4].wording.child",
        element(4, wording={"child": HARD}),
        element(4, wording={"child": EASY}),
    ),
    Case(LintRule.ABOVE_B1, "recipients[0].purpose", recipient(0, purpose=HARD), unchanged),
    Case(LintRule.ABOVE_B1, "topics[0].questions[0].why", own(0, why=HARD), own(0, why=EASY)),
    Case(
        LintRule.NO_HELP,
        "elements[4].parts[0]",
        element(4, help=""),
        lambda data: [each.update(help=EASY) for each in data["elements"]],
    ),
    Case(
        LintRule.NEAR_DUPLICATE,
        "elements[7]",
        added(label="Maandinkomen", question="Hoeveel is dat?"),
        added(label="Huur", question="Hoeveel betaalt u om te wonen?"),
    ),
    Case(
        LintRule.NEAR_DUPLICATE,
        "elements[7]",
        added(label="Loon", question="Wat komt er bij u binnen?"),
        added(
            label="Loon",
            question="Wat komt er bij u binnen?",
            parts=[{"key": "sinds", "type": "date"}],
        ),
    ),
    Case(
        LintRule.NEAR_DUPLICATE,
        "elements[7]",
        added(label="inkomen", question="Sinds?", parts=[{"key": "sinds", "type": "date"}]),
        unchanged,
    ),
    Case(
        LintRule.TWO_DEFINITIONS,
        "elements[7].definition",
        added(label="inkomen", question="Hoeveel?", definition="Netto, per week."),
        added(label="inkomen", question="Hoeveel?", **GROSS),
    ),
    Case(
        LintRule.TWO_DEFINITIONS,
        "elements[7].definition",
        added(label="Inkomen", question="Hoeveel?", definition="Netto, per week."),
        added(label="Inkomen", question="Hoeveel?"),
    ),
    Case(
        LintRule.UNUSED,
        "elements[6]",
        topic(1, conditional=[]),
        unchanged,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_it_is_found(case: Case) -> None:
    verify(case)


@pytest.mark.parametrize(
    ("fields", "needs"),
    [
        ({"type": "money"}, True),
        ({"type": "money", "help": "Ongeveer is goed."}, False),
        ({"type": "story", "example": "Ik val vaak."}, False),
        ({"type": "story", "examples": {"hulp": "Ik val vaak."}}, False),
        ({"type": "number"}, True),
        ({"type": "number", "unit": "uur per week"}, False),
        ({"type": "iban"}, True),
        ({"type": "phone"}, False),
        ({"type": "text"}, False),
    ],
)
def test_what_is_filled_in_wrongly_needs_help(fields: dict[str, Any], needs: bool) -> None:  # noqa: FBT001
    unhelped = [each.path for each in warnings(spoiled(part(4, **fields))) if is_help(each.rule)]
    assert (("elements", 4, "parts", 0) in unhelped) is needs


def test_what_a_register_knows_needs_no_help() -> None:
    assert ("elements", 0, "parts", 0) not in [
        each.path for each in warnings(spoiled(unchanged)) if is_help(each.rule)
    ]


def test_a_warning_stops_nothing() -> None:
    hard = spoiled(element(4, help=HARD))
    assert errors(hard) == ()
    assert {each.severity for each in warnings(hard)} == {Severity.WARNING}


def is_help(rule: LintRule) -> bool:
    return rule is LintRule.NO_HELP
