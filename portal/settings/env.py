"""Typed readers of environment variables that fail loudly, with the variable's name.

Every reader also accepts NAME_FILE: the path of a file that holds the value, so
that a secret need not stand in the environment.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}


def text(name: str, default: str | None = None) -> str:
    """The value of a variable; ImproperlyConfigured when it is unset and has no default."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        return Path(path).read_text(encoding="utf-8").strip()
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set; the README lists what it should hold")
    return value


def number(name: str, default: int) -> int:
    """A whole number; ImproperlyConfigured when it is something else."""
    value = text(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number") from None


def flag(name: str, *, default: bool) -> bool:
    """Yes or no; ImproperlyConfigured when it is something else."""
    value = text(name, "1" if default else "0").lower()
    if value not in _TRUE | _FALSE:
        raise ImproperlyConfigured(f"{name} must be one of 1, 0, true, false, yes, no")
    return value in _TRUE


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list, without empty words."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]
