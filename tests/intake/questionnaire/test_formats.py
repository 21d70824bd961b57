"""What people type, and the one form in which it is kept."""

from datetime import date
from decimal import Decimal

import pytest

from intake.questionnaire.formats import (
    Code,
    Refused,
    read_bsn,
    read_email,
    read_house_number,
    read_iban,
    read_phone,
    read_postcode,
    write_iban,
    write_phone,
)
from intake.questionnaire.quantities import read_date, read_money, read_number
from tests.intake.questionnaire.examples import TODAY


@pytest.mark.parametrize("text", ["111222333", "1112.22.333", "111 222 333", "123456782"])
def test_bsn(text: str) -> None:
    assert read_bsn(text) in {"111222333", "123456782"}


def test_bsn_with_its_leading_zero_left_out() -> None:
    assert read_bsn("10464554") == "010464554"


@pytest.mark.parametrize("text", ["123456789", "000000000", "0", "1112223333", "11122233a"])
def test_no_bsn(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_bsn(text)
    assert refusal.value.code is Code.BSN
    assert text not in str(refusal.value)


def test_every_swap_of_neighbours_in_a_bsn_is_caught() -> None:
    number = "123456782"
    for place in range(8):
        left, right = number[place], number[place + 1]
        with pytest.raises(Refused):
            read_bsn(number[:place] + right + left + number[place + 2 :])


@pytest.mark.parametrize(
    "text",
    ["1", "99999", "12B", "12 B", "9-III", "9 huis", "12 bis", "12A-2", "12 a 2", "4-1 hoog"],
)
def test_house_number(text: str) -> None:
    assert read_house_number(text) == text


def test_a_house_number_keeps_one_space() -> None:
    assert read_house_number("12   B") == "12 B"


@pytest.mark.parametrize("text", ["geen", "B", "0", "012", "123456", "12 Terpweg", "-", "12;"])
def test_no_house_number(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_house_number(text)
    assert refusal.value.code is Code.HOUSE_NUMBER


@pytest.mark.parametrize(
    ("text", "iban"),
    [
        ("NL91 ABNA 0417 1643 00", "NL91ABNA0417164300"),
        ("nl91abna0417164300", "NL91ABNA0417164300"),
        ("DE89 3704 0044 0532 0130 00", "DE89370400440532013000"),
    ],
)
def test_iban(text: str, iban: str) -> None:
    assert read_iban(text) == iban


@pytest.mark.parametrize("text", ["NL92ABNA0417164300", "NL91ABNA041716430", "0417164300", "NL"])
def test_no_iban(text: str) -> None:
    with pytest.raises(Refused):
        read_iban(text)


@pytest.mark.parametrize("text", ["1234ab", "1234 AB", "12 34 a b", "1234-AB"])
def test_postcode(text: str) -> None:
    assert read_postcode(text) == "1234 AB"


@pytest.mark.parametrize("text", ["0234AB", "1234", "1234SS", "1234 A1", "12345 AB"])
def test_no_postcode(text: str) -> None:
    with pytest.raises(Refused):
        read_postcode(text)


@pytest.mark.parametrize(
    "text",
    [
        "0612345678",
        "06-12345678",
        "06 1234 5678",
        "+31 6 12345678",
        "+31 (0)6 1234 5678",
        "0031612345678",
    ],
)
def test_phone(text: str) -> None:
    assert read_phone(text) == "+31612345678"


@pytest.mark.parametrize("text", ["12345678", "06123456789", "0012", "+31 12", "bel mij"])
def test_no_phone(text: str) -> None:
    with pytest.raises(Refused):
        read_phone(text)


def test_phone_elsewhere() -> None:
    assert read_phone("+49 30 123456") == "+4930123456"
    assert read_phone("(020) 123 45 67") == "+31201234567"


@pytest.mark.parametrize(
    "text", ["a@b", "a b@c.nl", "a@b..nl", "@b.nl", "a@-b.nl", "a@b.nl,c@d.nl"]
)
def test_no_email(text: str) -> None:
    with pytest.raises(Refused):
        read_email(text)


def test_email_keeps_the_case_of_the_name_only() -> None:
    assert read_email("Jan.Bos+zt@Voorbeeld.NL") == "Jan.Bos+zt@voorbeeld.nl"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.250,50", "1250.50"),
        ("1250,5", "1250.50"),
        ("1250.50", "1250.50"),
        ("1,250.50", "1250.50"),
        ("1.250", "1250.00"),
        ("1 250", "1250.00"),
        ("\u20ac 1.250,-", "1250.00"),
        ("12,50 euro", "12.50"),
        ("EUR 5", "5.00"),
        ("-3", "-3.00"),
        ("0,05", "0.05"),
    ],
)
def test_money(text: str, amount: str) -> None:
    assert str(read_money(text)) == amount


@pytest.mark.parametrize("text", ["1,250", "12,505", "1.25.0", "veel", "", "1" * 13, "NaN", "1e3"])
def test_no_money(text: str) -> None:
    with pytest.raises(Refused):
        read_money(text)


def test_numbers() -> None:
    assert (read_number("40"), read_number("1.250"), read_number("2,50")) == (
        40,
        1250,
        Decimal("2.5"),
    )
    assert isinstance(read_number("40,0"), int)


@pytest.mark.parametrize(
    "text",
    ["3-4-1980", "03/04/1980", "3.4.1980", "3 april 1980", "3 APR. 1980", "1980-04-03", "3-4-80"],
)
def test_date(text: str) -> None:
    assert read_date(text, today=TODAY, past=True) == date(1980, 4, 3)


@pytest.mark.parametrize(
    "text", ["31-2-2020", "3 foo 2020", "2020", "1-13-2020", "1-1-12345", "1-1-1800", "morgen"]
)
def test_no_date(text: str) -> None:
    with pytest.raises(Refused):
        read_date(text, today=TODAY)


def test_a_year_of_two_digits() -> None:
    assert read_date("1-1-27", today=TODAY, past=True).year == 1927
    assert read_date("1-1-27", today=TODAY).year == 2027
    assert read_date("21-11-26", today=TODAY, past=True).year == 2026


def test_written_for_people() -> None:
    assert write_iban("NL91ABNA0417164300") == "NL91 ABNA 0417 1643 00"
    assert write_phone("+31612345678") == "06 12345678"
    assert write_phone("+31201234567") == "0201234567"
    assert write_phone("+4930123456") == "+4930123456"
