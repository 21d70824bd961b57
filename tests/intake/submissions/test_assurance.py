"""Levels of log-in."""

import pytest

from intake.submissions.assurance import Assurance, AssuranceTooLow, demand


@pytest.mark.parametrize(
    ("have", "need", "enough"),
    [
        ("email", "email", True),
        ("substantieel", "email", True),
        ("substantieel", "substantieel", True),
        ("email", "substantieel", False),
    ],
)
def test_a_level_covers_itself_and_what_is_below(have: str, need: str, enough: bool) -> None:  # noqa: FBT001
    assert Assurance(have).covers(Assurance(need)) is enough


def test_too_low_says_what_is_needed() -> None:
    with pytest.raises(AssuranceTooLow) as refusal:
        demand(have="email", need="substantieel")
    assert refusal.value.needed is Assurance.SUBSTANTIAL


def test_no_level_at_all_is_no_level() -> None:
    with pytest.raises(ValueError, match="none"):
        demand(have="none", need="email")
