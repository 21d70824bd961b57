"""Making, rewrapping and destroying data keys."""

import secrets
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from intake.vault import keyring
from intake.vault.models import DataKey


class KeyDestroyed(Exception):
    """What this key sealed has been deleted."""


def new_data_key(*, now: datetime) -> DataKey:
    """A fresh key that is not stored yet, for callers that insert many rows at once."""
    ring = keyring.configured()
    key = DataKey(kid=ring.kid, created_at=now)
    key.wrapped = ring.wrap(secrets.token_bytes(keyring.KEY_BYTES), owner=str(key.id))
    return key


def create_data_key(*, now: datetime) -> DataKey:
    """A fresh key, stored."""
    key = new_data_key(now=now)
    key.save(force_insert=True)
    return key


def find_data_key(key_id: UUID) -> DataKey:
    """The key with that id, for callers whose own row names it. Raises DataKey.DoesNotExist."""
    return DataKey.objects.get(id=key_id)


def secret_of(key: DataKey) -> bytes:
    """The key's 32 bytes. Raises KeyDestroyed, UnknownKey, WrapBroken. For the vault only."""
    if key.wrapped is None:
        raise KeyDestroyed(str(key.id))
    return keyring.configured().unwrap(bytes(key.wrapped), kid=key.kid, owner=str(key.id))


def destroy_data_keys(ids: Collection[UUID], *, now: datetime) -> int:
    """Delete for ever what some keys sealed; how many were still alive."""
    return DataKey.objects.live().filter(id__in=ids).update(wrapped=None, destroyed_at=now)


def destroy_data_key(key: DataKey, *, now: datetime) -> None:
    """Delete for ever what one key sealed; a second time changes nothing."""
    destroy_data_keys([key.id], now=now)
    key.refresh_from_db()
