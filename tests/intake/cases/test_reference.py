"""References: every single typing error and every swap is caught, proved over the alphabet."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.cases.reference import (
    ALPHABET,
    LENGTH,
    NotAReference,
    is_valid,
    new_reference,
    normalise,
)

references = st.builds(lambda _: new_reference(), st.integers())
positions = st.integers(0, LENGTH - 1)


def _body(reference: str) -> str:
    return reference.removeprefix("ZT-").replace("-", "")


def test_the_form() -> None:
    shape = re.compile(f"ZT-[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}")
    made = {new_reference() for _ in range(1000)}
    assert len(made) == 1000
    assert all(shape.fullmatch(each) and is_valid(each) for each in made)


def test_any_one_wrong_character_is_caught() -> None:
    body = _body(new_reference())
    for position, right in enumerate(body):
        for wrong in ALPHABET:
            typed = body[:position] + wrong + body[position + 1 :]
            assert is_valid(typed) is (wrong == right)


def test_any_swap_is_caught_for_every_pair_of_characters() -> None:
    """The code is linear, so whether a swap shows depends on the two characters alone."""
    for one, other in combinations(ALPHABET, 2):
        for first, second in combinations(range(LENGTH - 1), 2):
            body = list("0" * (LENGTH - 1))
            body[first], body[second] = one, other
            right = _completed("".join(body))
            swapped = list(right)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            assert not is_valid("".join(swapped))


def _completed(body: str) -> str:
    """Exactly one check character completes a body."""
    [check] = [character for character in ALPHABET if is_valid(body + character)]
    return body + check


@given(references, positions, positions)
def test_a_swap_with_the_check_character_is_caught_too(
    reference: str, first: int, second: int
) -> None:
    body = list(_body(reference))
    body[first], body[second] = body[second], body[first]
    typed = "".join(body)
    assert is_valid(typed) is (typed == _body(reference))


@given(references)
def test_it_is_understood_as_people_type_it(reference: str) -> None:
    spoken = reference.lower().replace("0", "o").replace("1", "l")
    for typed in (reference, spoken, spoken.replace("-", " "), _body(reference), f" {reference}\n"):
        assert normalise(typed) == reference
    assert normalise(reference.replace("-", "")) == reference


SHORT, LONG, NO_SUCH_LETTER = "ZT-0000-0000", "ZT-0000-0000-0000-0", "UUUU-UUUU-UUUU"
FOREIGN, ARABIC_DIGITS = "é" * 12, "٣" * 12


@pytest.mark.parametrize(
    "text", ["", "ZT", "ZT-", SHORT, LONG, NO_SUCH_LETTER, FOREIGN, ARABIC_DIGITS]
)
def test_what_is_no_reference_is_refused(text: str) -> None:
    with pytest.raises(NotAReference):
        normalise(text)


@given(st.text(max_size=20))
def test_nothing_breaks_it(text: str) -> None:
    assert not is_valid(text) or normalise(normalise(text)) == normalise(text)
