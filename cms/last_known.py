"""The municipality's words as this machine last read them, for when the database is away.

Kept in memory, and in a file per language that a process which never met the database
reads. Nothing here asks the database or the cache.
"""

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from django.conf import settings

FOLDER: Final = "last_known"

log = logging.getLogger(__name__)
_words: dict[str, Mapping[str, Any]] = {}


def keep(language: str, words: Mapping[str, Any]) -> None:
    """Remember what stands on every page; plain data, none of it private."""
    if _words.get(language) == words:
        return
    _words[language] = words
    path = _path(language)
    new = path.with_suffix(f".{uuid4().hex}")  # each process writes a file of its own
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps(words), encoding="utf-8")
        new.replace(path)
    except OSError:
        log.warning("last_known_not_written")  # a read-only disk: memory is all there is


def of(language: str) -> Mapping[str, Any]:
    """What was kept in a language, else in Dutch; empty when nothing ever was."""
    return _known(language) or _known(settings.LANGUAGE_CODE) or {}


def _known(language: str) -> Mapping[str, Any] | None:
    if language in _words:
        return _words[language]
    try:
        words: Mapping[str, Any] = json.loads(_path(language).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return words


def _path(language: str) -> Path:
    return Path(settings.VAR_DIR) / FOLDER / f"{language}.json"
