"""Secrets of the embedded settings: made once, kept in files only their owner reads."""

import base64
import os
import secrets
from pathlib import Path


def secret_key_in(folder: Path) -> str:
    """Django's secret key of this installation."""
    return _kept(folder / "secret-key", secrets.token_urlsafe(64))


def keyring_in(folder: Path) -> str:
    """A key ring with one key: "k1:<32 bytes in base64>"."""
    return _kept(folder / "keyring", "k1:" + base64.b64encode(secrets.token_bytes(32)).decode())


def _kept(path: Path, fresh: str) -> str:
    """The file's content; written first, readable by its owner only, when it is not there.

    Two processes may start at once: the content is complete before the name appears,
    and the one that comes second uses what the first one wrote.
    """
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(fresh)
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="utf-8")
