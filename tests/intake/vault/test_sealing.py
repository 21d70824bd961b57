"""Sealed fields: bound to their place, opened in one way, every opening on the trail."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from intake.audit.models import Record
from intake.vault.keys import KeyDestroyed, create_data_key, destroy_data_key
from intake.vault.models import DataKey
from intake.vault.sealing import (
    Opening,
    Place,
    Sealed,
    Unsealable,
    open_many,
    open_sealed,
    seal,
)

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
OPENING = Opening(actor="user:1", purpose="own intake", subject="draft:1", at=NOON)
PLACE = Place("table", "column", "1")

pytestmark = pytest.mark.django_db


@pytest.fixture
def key() -> DataKey:
    """A stored data key."""
    return create_data_key(now=NOON)


def _sealed(key: DataKey, plaintext: bytes = b"a debt") -> Sealed:
    return Sealed(key=key, place=PLACE, value=seal(key, plaintext=plaintext, place=PLACE))


def _open(item: Sealed) -> bytes:
    return open_sealed(item.key, sealed=item.value, place=item.place, opening=OPENING)


def test_what_was_sealed_opens(key: DataKey) -> None:
    assert _open(_sealed(key)) == b"a debt"


def test_the_same_value_never_seals_the_same(key: DataKey) -> None:
    assert _sealed(key).value != _sealed(key).value


def test_any_changed_byte_is_refused(key: DataKey) -> None:
    item = _sealed(key)
    for position in range(len(item.value)):
        changed = bytearray(item.value)
        changed[position] ^= 1
        with pytest.raises(Unsealable):
            _open(replace(item, value=bytes(changed)))


@pytest.mark.parametrize("length", [0, 1, 12, 13, 28])
def test_a_value_cut_short_is_refused(key: DataKey, length: int) -> None:
    item = _sealed(key)
    with pytest.raises(Unsealable):
        _open(replace(item, value=item.value[:length]))


@pytest.mark.parametrize(
    "place",
    [Place("other", "column", "1"), Place("table", "other", "1"), Place("table", "column", "2")],
)
def test_a_value_moved_to_another_place_is_refused(key: DataKey, place: Place) -> None:
    with pytest.raises(Unsealable):
        _open(replace(_sealed(key), place=place))


def test_a_value_moved_to_another_intake_is_refused(key: DataKey) -> None:
    other = create_data_key(now=NOON)
    with pytest.raises(Unsealable):
        _open(replace(_sealed(key), key=other))


def test_a_data_key_copied_to_another_row_opens_nothing(key: DataKey) -> None:
    item = _sealed(key)
    other = create_data_key(now=NOON)
    other.wrapped = key.wrapped
    with pytest.raises(Unsealable):
        _open(replace(item, key=other))


def test_a_destroyed_key_opens_and_seals_nothing_for_ever(key: DataKey) -> None:
    item = _sealed(key)
    destroy_data_key(key, now=NOON)
    with pytest.raises(Unsealable):
        _open(item)
    with pytest.raises(KeyDestroyed):
        seal(key, plaintext=b"again", place=PLACE)


def test_an_opening_leaves_one_row_however_many_values(key: DataKey) -> None:
    assert open_many([_sealed(key), _sealed(key, b"a child")], opening=OPENING) == (
        b"a debt",
        b"a child",
    )
    row = Record.objects.get()
    assert (row.actor, row.action, row.subject, row.purpose, row.at) == (
        "user:1",
        "opened",
        "draft:1",
        "own intake",
        NOON,
    )


def test_one_bad_value_among_many_opens_none_and_raises_the_alarm(
    key: DataKey, caplog: pytest.LogCaptureFixture
) -> None:
    bad = replace(_sealed(key), place=Place("table", "column", "2"))
    with pytest.raises(Unsealable) as refusal:
        open_many([_sealed(key), bad], opening=OPENING)
    assert [row.action for row in Record.objects.all()] == ["unsealable"]
    assert "vault.unsealable" in caplog.text
    assert "debt" not in f"{refusal.value!r} {caplog.text}"


class Properties(TestCase):
    """For any content and any names of places."""

    @given(
        st.binary(max_size=300),
        st.builds(Place, *(st.text("abc_", max_size=9) for _ in range(3))),
    )
    def test_round_trip(self, plaintext: bytes, place: Place) -> None:
        key = create_data_key(now=NOON)
        sealed = seal(key, plaintext=plaintext, place=place)
        assert open_sealed(key, sealed=sealed, place=place, opening=OPENING) == plaintext
        assert len(plaintext) < 4 or plaintext not in sealed
