"""The municipality's own signing keys: Ed25519, one private JWK per file.

Every `*.jwk.json` in `settings.SIGNING_KEYS_DIR` is published; the last one by name
signs. One whose name ends in `.next.jwk.json` is only announced: rename it to take
it into use, and delete a file to retire it for good.
"""

import json
import os
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from joserfc.jwk import OKPKey

FIRST = "0001.jwk.json"


def signing_key() -> OKPKey:
    """The key that signs now. Raises ImproperlyConfigured when there is none."""
    used = [key for name, key in _keys().items() if not name.endswith(".next.jwk.json")]
    if not used:
        raise ImproperlyConfigured(f"SIGNING_KEYS_DIR ({_folder()}) holds no signing key")
    return used[-1]


def public_jwks() -> dict[str, object]:
    """The JWK set that partners verify with: public parts only."""
    keys = [
        {**key.as_dict(private=False), "use": "sig", "alg": "Ed25519"} for key in _keys().values()
    ]
    return {"keys": keys}


def _keys() -> dict[str, OKPKey]:
    """By file name, in order; made on first use where the settings allow that."""
    folder = _folder()
    if settings.SIGNING_KEYS_CREATE and not (folder / FIRST).exists() and not _files(folder):
        _create(folder / FIRST)
    return _read(tuple((path, path.stat().st_mtime_ns) for path in _files(folder)))


def _folder() -> Path:
    return Path(settings.SIGNING_KEYS_DIR)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.jwk.json"))


@lru_cache(maxsize=4)
def _read(files: tuple[tuple[Path, int], ...]) -> dict[str, OKPKey]:
    keys = {}
    for path, _changed in files:
        key = OKPKey.import_key(json.loads(path.read_text(encoding="utf-8")))
        if key.curve_name != "Ed25519" or not key.is_private:
            raise ImproperlyConfigured(f"{path} is not a private Ed25519 key")
        key.ensure_kid()
        keys[path.name] = key
    return keys


def _create(path: Path) -> None:
    """Make a key, readable by its owner only. Of two processes at once, the first one's stays:
    the file is complete before its name appears.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = OKPKey.generate_key("Ed25519", auto_kid=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(key.as_dict(private=True), file)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
