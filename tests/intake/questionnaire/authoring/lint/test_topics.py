"""Topics and recipients: the law's minimum, and needs that exist."""

import pytest

from intake.questionnaire.authoring.lint import LintRule, errors
from tests.intake.questionnaire.authoring.lint.cases import (
    Case,
    own,
    recipient,
    spoiled,
    topic,
    unchanged,
    verify,
)

TERM = {"name": "onderzoek", "start": "melding", "days": 42}
CASES = [
    Case(LintRule.NO_GROUND, "topics[0].law", topic(0, law=" "), topic(0, law="Wmo 2015")),
    Case(LintRule.NO_GROUND, "recipients[0].law", recipient(0, law=""), recipient(0, law="Wmo")),
    Case(LintRule.NO_SUCH_REGIME, "topics[0].regime", topic(0, regime="weg"), unchanged),
    Case(
        LintRule.NO_CLOCK,
        "topics[0].regime",
        lambda data: data["regimes"][0].update(clocks=[]),
        lambda data: data["regimes"][0].update(clocks=[TERM]),
    ),
    Case(
        LintRule.NO_RECIPIENT,
        "topics[0]",
        recipient(0, topics=["jeugd"]),
        recipient(1, topics=["schuld", "hulp"]),
    ),
    Case(
        LintRule.NO_RECIPIENT,
        "topics[1]",
        recipient(1, when={"element": "p.naam", "answered": True}),
        unchanged,
    ),
    Case(
        LintRule.NO_READER,
        "topics[1]",
        recipient(1, only=["p.naam"]),
        recipient(1, only=["p.naam", "x.spoed"]),
    ),
    Case(
        LintRule.NO_SUCH_TOPIC,
        "recipients[0].topics[1]",
        recipient(0, topics=["hulp", "weg"]),
        recipient(0, topics=["hulp", "jeugd"]),
    ),
    Case(
        LintRule.NO_SUCH_ELEMENT,
        "recipients[2].only[0]",
        recipient(2, only=["p.weg"]),
        recipient(2, only=["p.naam"]),
    ),
    Case(
        LintRule.NO_SUCH_ELEMENT,
        "topics[2].about.z.weg",
        topic(2, about={"z.weg": "child"}),
        topic(2, about={"z.beperking": "child"}),
    ),
    Case(
        LintRule.NO_SUCH_ELEMENT,
        "topics[2].always[1]",
        topic(2, always=["p.naam", "p.weg"]),
        topic(2, always=["p.naam", "p.bsn"]),
    ),
    Case(
        LintRule.BSN_WITHOUT_GROUND,
        "recipients[2].bsn",
        recipient(2, bsn=True),
        recipient(2, bsn=True, bsn_ground="Jeugdwet art. 7.2.1"),
    ),
    Case(
        LintRule.DUPLICATE_KEY,
        "topics[2].always[2]",
        topic(2, always=["p.naam", "p.bsn", "p.naam"]),
        topic(2, always=["p.naam", "p.bsn"]),
    ),
    Case(
        LintRule.DUPLICATE_KEY,
        "topics[1].conditional[1]",
        topic(1, conditional=["f.inkomen", "p.naam"]),
        topic(1, conditional=["f.inkomen"]),
    ),
    Case(
        LintRule.NO_RULE,
        "topics[2].conditional[0]",
        topic(2, conditional=["x.spoed"]),
        unchanged,
    ),
    Case(
        LintRule.UNREACHABLE,
        "topics[0].conditional[0]",
        topic(0, conditional=["f.inkomen"]),
        unchanged,
    ),
    Case(
        LintRule.OWN_KEY,
        "topics[0].questions[0].key",
        own(0, key="schuld.taken"),
        own(0, key="hulp.werk"),
    ),
    Case(
        LintRule.OWN_SECTION,
        "topics[0].questions[0].section",
        own(0, section="money"),
        own(0, section="topic"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_it_is_found(case: Case) -> None:
    verify(case)


def test_a_government_body_needs_no_ground_for_the_bsn() -> None:
    change = recipient(2, bsn=True, role="bestuursorgaan")
    assert errors(spoiled(change)) == ()
