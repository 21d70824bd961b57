"""Rotation: every live key moves to the new one, in steps, and nothing is lost on the way."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from pytest_django.fixtures import Settings

from intake.vault.keys import create_data_key, destroy_data_key
from intake.vault.models import DataKey
from intake.vault.rotation import rewrap_some, waiting
from intake.vault.sealing import Opening, Place, open_sealed, seal
from tests.intake.vault.test_keyring import entry

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
OPENING = Opening(actor="system:test", purpose="test", subject="draft:1", at=NOON)
PLACE = Place("table", "column", "1")
OLD, NEW = entry("old"), entry("new")

pytestmark = pytest.mark.django_db


@pytest.fixture
def sealed(settings: Settings) -> dict[DataKey, bytes]:
    """Three keys wrapped by the old one, each with something sealed; then the new one is first."""
    settings.KEYRING = OLD
    keys = [create_data_key(now=NOON) for _ in range(3)]
    values = {key: seal(key, plaintext=b"a debt", place=PLACE) for key in keys}
    settings.KEYRING = f"{NEW},{OLD}"
    return values


def _still_opens(sealed: dict[DataKey, bytes]) -> bool:
    fresh = DataKey.objects.in_bulk([key.pk for key in sealed])
    return all(
        open_sealed(fresh[key.pk], sealed=value, place=PLACE, opening=OPENING) == b"a debt"
        for key, value in sealed.items()
    )


def test_it_goes_on_where_it_stopped(sealed: dict[DataKey, bytes]) -> None:
    assert waiting() == 3
    assert rewrap_some(limit=2) == 2
    assert waiting() == 1
    assert _still_opens(sealed)
    assert rewrap_some(limit=2) == 1
    assert rewrap_some(limit=2) == 0
    assert set(DataKey.objects.values_list("kid", flat=True)) == {"new"}


def test_when_it_is_done_the_old_key_may_go(
    sealed: dict[DataKey, bytes], settings: Settings
) -> None:
    call_command("rotate_keys", stdout=(out := StringIO()))
    settings.KEYRING = NEW
    assert _still_opens(sealed)
    assert out.getvalue() == "3 data keys rewrapped.\n"


def test_a_destroyed_key_stays_destroyed(sealed: dict[DataKey, bytes]) -> None:
    key = next(iter(sealed))
    destroy_data_key(key, now=NOON)
    assert rewrap_some(limit=10) == 2
    key.refresh_from_db()
    assert (key.wrapped, key.destroyed_at, key.kid) == (None, NOON, "old")


def test_a_ring_that_lost_the_old_key_is_told_so(
    sealed: dict[DataKey, bytes], settings: Settings
) -> None:
    settings.KEYRING = NEW
    with pytest.raises(CommandError, match="KEYRING lacks key old, which 3 data keys still need"):
        call_command("rotate_keys")
    assert waiting() == len(sealed)


def test_a_live_key_is_wrapped_and_a_destroyed_one_is_not() -> None:
    key = create_data_key(now=NOON)
    with pytest.raises(IntegrityError):
        DataKey.objects.filter(id=key.id).update(destroyed_at=NOON)


def test_an_empty_key_is_a_destroyed_one() -> None:
    key = create_data_key(now=NOON)
    with pytest.raises(IntegrityError):
        DataKey.objects.filter(id=key.id).update(wrapped=None)


def test_a_key_names_what_wrapped_it() -> None:
    with pytest.raises(IntegrityError):
        DataKey.objects.create(wrapped=b"x", kid="", created_at=NOON)
