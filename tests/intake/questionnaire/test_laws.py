"""Legal grounds in full."""

import pytest

from intake.questionnaire.laws import full_law


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Wgs art. 3–5", "Wet gemeentelijke schuldhulpverlening (Wgs), artikel 3–5"),
        (
            "WPO art. 4; WEC art. 4",
            "Wet op het primair onderwijs (WPO), artikel 4; "
            "Wet op de expertisecentra (WEC), artikel 4",
        ),
        ("Participatiewet art. 36", "Participatiewet, artikel 36"),
        ("gemeentelijke regeling", "gemeentelijke regeling"),
    ],
)
def test_a_law_is_named_in_full(short: str, full: str) -> None:
    assert full_law(short) == full
