"""A partner's own keys: made on first start, private ones readable by their owner only."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from joserfc.jwk import KeySet, OKPKey

PUBLIC = "public.jwk.json"


@dataclass(frozen=True, kw_only=True)
class PartnerKeys:
    """X25519 to open messages with, Ed25519 to sign requests with."""

    encryption: OKPKey
    signing: OKPKey

    @property
    def private(self) -> KeySet:
        """What messages are opened with."""
        return KeySet([self.encryption])


def keys_in(folder: Path) -> PartnerKeys:
    """The keys kept in a folder, where `public.jwk.json` is for `set_partner`."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = PartnerKeys(
        encryption=_kept(folder / "encryption.jwk.json", "X25519"),
        signing=_kept(folder / "signing.jwk.json", "Ed25519"),
    )
    public = [
        {**keys.encryption.as_dict(private=False), "use": "enc"},
        {**keys.signing.as_dict(private=False), "use": "sig"},
    ]
    (folder / PUBLIC).write_text(json.dumps({"keys": public}, indent=2), encoding="utf-8")
    return keys


def _kept(path: Path, curve: Literal["X25519", "Ed25519"]) -> OKPKey:
    if not path.exists():
        key = OKPKey.generate_key(curve, auto_kid=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(key.as_dict(private=True), file)
    return OKPKey.import_key(json.loads(path.read_text(encoding="utf-8")))
