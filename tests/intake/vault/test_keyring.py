"""The ring of the settings: what it accepts, and that a wrapped key is bound to its row."""

import base64
import secrets

import pytest
from django.core.exceptions import ImproperlyConfigured

from intake.vault.keyring import KeyRing, UnknownKey, WrapBroken


def entry(kid: str, length: int = 32) -> str:
    """One key of a ring, as the settings write it."""
    return f"{kid}:{base64.b64encode(secrets.token_bytes(length)).decode()}"


def test_the_first_key_wraps_and_every_key_unwraps() -> None:
    old = entry("old")
    wrapped = KeyRing.parse(old).wrap(b"secret", owner="1")
    ring = KeyRing.parse(f"{entry('new')},{old}")
    assert ring.kid == "new"
    assert ring.unwrap(wrapped, kid="old", owner="1") == b"secret"


@pytest.mark.parametrize(
    "text",
    ["", "k1", "k1:", "k1:not base64!", entry("k1", length=16), ":" + "A" * 44, "a,b"],
    ids=["empty", "no key", "empty key", "no base64", "too short", "no id", "two without keys"],
)
def test_anything_else_stops_the_start(text: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        KeyRing.parse(text)


def test_two_keys_with_one_id_stop_the_start() -> None:
    with pytest.raises(ImproperlyConfigured):
        KeyRing.parse(f"{entry('k1')},{entry('k1')}")


def test_a_wrapped_key_opens_for_its_own_row_and_key_id_only() -> None:
    same = entry("k1").partition(":")[2]
    ring = KeyRing.parse(f"k1:{same},k2:{same}")
    wrapped = ring.wrap(b"secret", owner="1")
    with pytest.raises(WrapBroken):
        ring.unwrap(wrapped, kid="k1", owner="2")
    with pytest.raises(WrapBroken):
        ring.unwrap(wrapped, kid="k2", owner="1")
    with pytest.raises(UnknownKey):
        ring.unwrap(wrapped, kid="k3", owner="1")


def test_a_ring_shows_no_key() -> None:
    text = entry("k1")
    assert text.partition(":")[2] not in repr(KeyRing.parse(text))
