"""Conditions: on what exists, was asked before, can be compared so, and can be true."""

import pytest

from intake.questionnaire.authoring.lint import LintRule
from tests.intake.questionnaire.authoring.lint.cases import (
    Case,
    part,
    recipient,
    topic,
    verify,
    when,
)

UNPAID = {"element": "schuld.lasten", "part": "lukt", "is": False}
BY_LETTER = {"element": "p.voorkeur", "part": "kanaal", "is": "brief"}
BY_MAIL = {"element": "p.voorkeur", "part": "kanaal", "is": "email"}
CASES = [
    Case(
        LintRule.NO_SUCH_ELEMENT,
        "elements[6].when",
        when(element="p.weg", answered=True),
        when(element="p.naam", answered=True),
    ),
    Case(
        LintRule.ASKED_LATER,
        "elements[6].when",
        when(element="f.inkomen", answered=True),
        when(element="x.spoed", answered=True),
    ),
    Case(
        LintRule.NO_SUCH_PART,
        "elements[6].when.any[0]",
        when(any=[{"element": "p.naam", "part": "roepnaam", "answered": True}]),
        when(any=[{"element": "p.naam", "part": "voornamen", "answered": True}]),
    ),
    Case(
        LintRule.TYPE_MISMATCH,
        "elements[6].when",
        when(element="p.naam", part="voornamen", age_under=18),
        when(element="p.kinderen", part="geboren", age_under=18),
    ),
    Case(
        LintRule.VALUE_MISMATCH,
        "elements[6].when",
        when(element="x.spoed", part="haast", **{"is": "ja"}),
        when(element="x.spoed", part="haast", **{"is": True}),
    ),
    Case(
        LintRule.NO_SUCH_OPTION,
        "elements[6].when",
        when(element="p.voorkeur", part="kanaal", one_of=["brief", "sms"]),
        when(element="p.voorkeur", part="kanaal", one_of=["brief", "email"]),
    ),
    Case(
        LintRule.COUNT_MISFIT,
        "elements[6].when",
        when(element="p.kinderen", part="naam", count_from=1),
        when(element="p.kinderen", count_from=1),
    ),
    Case(
        LintRule.ANSWERED_FALSE,
        "elements[6].when",
        when(element="p.naam", answered=False),
        when(**{"not": {"element": "p.naam", "answered": True}}),
    ),
    Case(
        LintRule.NOT_A_SIBLING,
        "elements[2].parts[1].when",
        part(2, 1, when={"element": "p.naam", "answered": True}),
        part(2, 1, when=BY_MAIL),
    ),
    Case(
        LintRule.NEVER_ASKED,
        "elements[6].when.any[1]",
        when(any=[UNPAID, {"element": "hulp.taken", "answered": True}]),
        when(any=[UNPAID, {"element": "p.kinderen", "answered": True}]),
    ),
    Case(
        LintRule.NEVER_ASKED,
        "recipients[2].when",
        recipient(2, when={"element": "z.beperking", "answered": True}),
        recipient(2, when={"element": "p.kinderen", "answered": True}),
    ),
    Case(
        LintRule.NEVER_ASKED,
        "topics[2].urgent",
        topic(2, urgent={"element": "x.spoed", "answered": True}),
        topic(2, urgent={"element": "z.beperking", "answered": True}),
    ),
    Case(
        LintRule.UNREACHABLE,
        "elements[6].when",
        when(all=[BY_LETTER, BY_MAIL]),
        when(any=[BY_LETTER, BY_MAIL]),
    ),
    Case(
        LintRule.UNREACHABLE,
        "topics[1].conditional[0]",
        when(all=[BY_LETTER, {"not": BY_LETTER}]),
        when(all=[BY_LETTER, {"not": BY_MAIL}]),
    ),
    Case(
        LintRule.UNREACHABLE,
        "elements[2].parts[1].when",
        part(2, 1, when={"all": [BY_LETTER, BY_MAIL]}),
        part(2, 1, when={"all": [BY_LETTER, {"not": BY_MAIL}]}),
    ),
    Case(
        LintRule.UNREACHABLE,
        "recipients[2].when",
        recipient(2, when={"all": [BY_LETTER, BY_MAIL]}),
        recipient(2, when=BY_LETTER),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_it_is_found(case: Case) -> None:
    verify(case)
