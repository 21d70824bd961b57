"""Our own signing keys: made once, private to their owner, published without secrets."""

import json
import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from joserfc.jwk import OKPKey
from pytest_django.fixtures import Settings

from intake.delivery.signing import public_jwks, signing_key


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.SIGNING_KEYS_DIR = tmp_path / "keys"
    settings.SIGNING_KEYS_CREATE = True
    return tmp_path / "keys"


def keep(folder: Path, name: str, curve: str = "Ed25519") -> str:
    key = OKPKey.generate_key(curve, auto_kid=True)  # type: ignore[arg-type]
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(json.dumps(key.as_dict(private=True)), encoding="utf-8")
    return str(key.kid)


def published() -> list[str]:
    keys = public_jwks()["keys"]
    assert isinstance(keys, list)
    return [key["kid"] for key in keys]


def test_the_first_use_makes_one_that_only_its_owner_reads(folder: Path) -> None:
    kid = signing_key().kid
    assert signing_key().kid == kid
    [file] = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_production_brings_its_own(folder: Path, settings: Settings) -> None:
    settings.SIGNING_KEYS_CREATE = False
    with pytest.raises(ImproperlyConfigured):
        signing_key()
    assert not folder.exists()


def test_the_last_file_signs_and_all_are_published(folder: Path) -> None:
    old, new = keep(folder, "0001.jwk.json"), keep(folder, "0002.jwk.json")
    assert signing_key().kid == new
    assert published() == [old, new]


def test_a_next_key_is_announced_and_does_not_sign(folder: Path) -> None:
    now, later = keep(folder, "0001.jwk.json"), keep(folder, "0002.next.jwk.json")
    assert signing_key().kid == now
    assert published() == [now, later]
    (folder / "0002.next.jwk.json").rename(folder / "0002.jwk.json")
    assert signing_key().kid == later


def test_another_kind_of_key_is_refused(folder: Path) -> None:
    keep(folder, "0001.jwk.json", "X25519")
    with pytest.raises(ImproperlyConfigured, match="Ed25519"):
        signing_key()


def test_partners_find_the_public_parts_without_log_in(folder: Path, client: Client) -> None:
    assert folder
    answer = client.get("/.well-known/jwks.json")
    assert answer["Content-Type"] == "application/jwk-set+json"
    [key] = answer.json()["keys"]
    assert key["kid"] == signing_key().kid
    assert set(key) == {"kty", "crv", "x", "kid", "use", "alg"}
