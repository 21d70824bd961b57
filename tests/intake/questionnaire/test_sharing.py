"""A BSN in running text, for a recipient that may not have it, however it is typed."""

import pytest

from intake.questionnaire.sharing import COVER, text_for
from tests.intake.questionnaire.examples import catalogue

BANK = next(one for one in catalogue().recipients if not one.bsn)


@pytest.mark.parametrize(
    "bsn",
    [
        "111222333",
        "111 222 333",
        "111.222.333",
        "111\u00a0222\u00a0333",
        "111  222  333",
        "111 - 222 - 333",
        "111\u2013222\u2013333",
        "111\n222\r\n333",
    ],
)
@pytest.mark.parametrize("text", ["Mijn bsn is {}.", "{}", "Nummer 123 {} en 456"])
def test_a_bsn_is_covered_however_it_is_typed(text: str, bsn: str) -> None:
    assert text_for(BANK, text.format(bsn)) == text.format(COVER)


@pytest.mark.parametrize("text", ["111222334", "0111222333", "06 12345678", "12-05-1980"])
def test_other_numbers_stay(text: str) -> None:
    assert text_for(BANK, text) == text
