"""Digits as people with another keyboard type them."""
# ruff: noqa: RUF001 (these digits are meant)

from datetime import date
from decimal import Decimal

import pytest

from intake.questionnaire.answers import Value
from intake.questionnaire.codes import PartType
from intake.questionnaire.definition import Part
from intake.questionnaire.entry import read_part

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (PartType.NUMBER, "١٢", 12),
        (PartType.NUMBER, "۱۲", 12),
        (PartType.MONEY, "١٬٢٥٠٫٥٠", Decimal("1250.50")),
        (PartType.POSTCODE, "١٢٣٤ ab", "1234 AB"),
        (PartType.HOUSE_NUMBER, "١٢ B", "12 B"),
        (PartType.PHONE, "\u200e٠٦ ١٢٣٤٥٦٧٨\u200f", "+31612345678"),
        (PartType.DATE, "٣-٤-١٩٨٠", date(1980, 4, 3)),
        (PartType.BSN, "١١١٢٢٢٣٣٣", "111222333"),
        (PartType.TEXT, "الطابق ٢", "الطابق ٢"),
    ],
)
def test_digits_of_another_script_are_the_same_number(
    kind: PartType, typed: str, value: Value
) -> None:
    part = Part(key="x", type=kind)

    assert read_part(part, {"q.x": [typed]}, name="q.x", today=TODAY) == value


def test_a_date_in_three_inputs_takes_them_too() -> None:
    raw = {"q.x.dag": ["٣"], "q.x.maand": ["٤"], "q.x.jaar": ["١٩٨٠"]}

    assert read_part(Part(key="x", type=PartType.DATE), raw, name="q.x", today=TODAY) == date(
        1980, 4, 3
    )
