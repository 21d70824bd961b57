"""The keys that wrap data keys; they live outside the database.

`settings.KEYRING` is "id:base64,id:base64": the first seals, all of them open.
"""

import base64
import binascii
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32
NONCE_BYTES = 12


class UnknownKey(Exception):
    """The ring does not hold the key that wrapped a data key."""


class WrapBroken(Exception):
    """A wrapped data key was changed, or belongs to another row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRing:
    """Wraps and unwraps data keys with AES-256-GCM, bound to the data key's id and the `kid`."""

    kid: str
    keys: Mapping[str, bytes] = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """From "id:base64,id:base64"; ImproperlyConfigured when it is anything else."""
        keys: dict[str, bytes] = {}
        for entry in text.split(","):
            kid, _, encoded = entry.strip().partition(":")
            if not kid or kid in keys:
                raise ImproperlyConfigured("KEYRING: every key needs an id of its own")
            keys[kid] = _decoded(kid, encoded)
        return cls(kid=next(iter(keys)), keys=MappingProxyType(keys))

    def wrap(self, key: bytes, *, owner: str) -> bytes:
        """Seal a data key with the ring's first key."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + AESGCM(self.keys[self.kid]).encrypt(nonce, key, _bound(owner, self.kid))

    def unwrap(self, wrapped: bytes, *, kid: str, owner: str) -> bytes:
        """Open a data key. Raises UnknownKey, WrapBroken."""
        if kid not in self.keys:
            raise UnknownKey(kid)
        nonce, sealed = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
        try:
            return AESGCM(self.keys[kid]).decrypt(nonce, sealed, _bound(owner, kid))
        except (InvalidTag, ValueError):
            raise WrapBroken(owner) from None


def configured() -> KeyRing:
    """The ring of the settings."""
    return _parsed(settings.KEYRING)


@lru_cache(maxsize=4)
def _parsed(text: str) -> KeyRing:
    return KeyRing.parse(text)


def _bound(owner: str, kid: str) -> bytes:
    return f"data-key|{owner}|{kid}".encode()


def _decoded(kid: str, encoded: str) -> bytes:
    try:
        key = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != KEY_BYTES:
        raise ImproperlyConfigured(f"KEYRING: key {kid} must be {KEY_BYTES} bytes in base64")
    return key
