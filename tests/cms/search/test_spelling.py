"""What somebody meant who mistyped, and what is simply another word."""

import pytest

from cms.search.spelling import guesses


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("uitkeerin", "uitkering"),
        ("schuldhlup", "schuldhulp"),
        ("mantelzorgwardering", "mantelzorgwaardering"),
    ],
)
def test_a_slip_of_the_finger_is_mended(typed: str, meant: str) -> None:
    assert [guess.word for guess in guesses(typed, {meant: 1.0})] == [meant]


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("uitgeput", "uitgezet"),
        ("toeslagen", "geslagen"),
        ("overleden", "overnemen"),
        ("bad", "bed"),
    ],
)
def test_another_word_is_no_slip(typed: str, other: str) -> None:
    assert guesses(typed, {other: 1.0}) == []


def test_there_may_be_one_mistake_only() -> None:
    assert guesses("uitkeerin", {"uitkering": 1.0}, at_most=1) == []
