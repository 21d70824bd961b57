"""Sealed fields: AES-256-GCM, bound to the place where the value stands.

A sealed value is: format (1 byte), nonce (12), ciphertext with its tag. The
associated data is "table|column|pk|data key id", so a value that is copied to
another row or column does not open. Opening goes through this module only and
leaves one row in the audit trail.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from intake.audit.record import record
from intake.vault.keyring import NONCE_BYTES, UnknownKey, WrapBroken
from intake.vault.keys import KeyDestroyed, secret_of
from intake.vault.models import DataKey

FORMAT = b"\x01"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed value stands; `pk` is whatever identifies the row for good."""

    table: str
    column: str
    pk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Who opens something, why, of which intake or case, and when; goes into the audit trail.

    `actor` and `subject` are "<kind>:<id>", such as "user:<uuid>" and "case:<uuid>".
    """

    actor: str
    purpose: str
    subject: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A sealed value, its place and its key."""

    key: DataKey
    place: Place
    value: bytes = field(repr=False)


class Unsealable(Exception):
    """A sealed value was changed, moved to another place, or its key is gone."""

    def __init__(self, place: Place) -> None:
        super().__init__(f"{place.table}.{place.column} {place.pk}")
        self.place = place


def seal(key: DataKey, *, plaintext: bytes, place: Place) -> bytes:
    """Seal a value for one place. Raises KeyDestroyed, UnknownKey, WrapBroken."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(secret_of(key)).encrypt(nonce, plaintext, _bound(place, key))
    return FORMAT + nonce + sealed


def open_sealed(key: DataKey, *, sealed: bytes, place: Place, opening: Opening) -> bytes:
    """Open one value. Raises Unsealable, and puts either outcome in the audit trail."""
    [plaintext] = open_many([Sealed(key=key, place=place, value=sealed)], opening=opening)
    return plaintext


def open_many(items: Sequence[Sealed], *, opening: Opening) -> tuple[bytes, ...]:
    """Open several values in one opening: one row in the audit trail. Raises Unsealable."""
    secrets_by_key: dict[str, bytes] = {}
    try:
        opened = tuple(_opened(item, secrets_by_key) for item in items)
    except Unsealable as error:
        report(error, opening=opening)
        raise
    _audit("opened", opening)
    return opened


def report(error: Unsealable, *, opening: Opening) -> None:
    """Raise the alarm over a value that does not open: in the log and in the audit trail.

    A verb whose transaction such an error rolls back calls it again afterwards.
    """
    place = error.place
    log.error("vault.unsealable", table=place.table, column=place.column, subject=opening.subject)
    _audit("unsealable", opening)


def _audit(action: str, opening: Opening) -> None:
    record(
        actor=opening.actor,
        action=action,
        subject=opening.subject,
        purpose=opening.purpose,
        now=opening.at,
    )


def _opened(item: Sealed, secrets_by_key: dict[str, bytes]) -> bytes:
    """One value in clear; a key that several values share is unwrapped once."""
    try:
        key_id = str(item.key.id)
        if key_id not in secrets_by_key:
            secrets_by_key[key_id] = secret_of(item.key)
        return _decrypted(item, secrets_by_key[key_id])
    except (KeyDestroyed, UnknownKey, WrapBroken, InvalidTag, ValueError):
        raise Unsealable(item.place) from None


def _decrypted(item: Sealed, secret: bytes) -> bytes:
    value = bytes(item.value)
    if value[:1] != FORMAT:
        raise ValueError("unknown format")
    nonce, sealed = value[1 : 1 + NONCE_BYTES], value[1 + NONCE_BYTES :]
    return AESGCM(secret).decrypt(nonce, sealed, _bound(item.place, item.key))


def _bound(place: Place, key: DataKey) -> bytes:
    return f"{place.table}|{place.column}|{place.pk}|{key.id}".encode()
