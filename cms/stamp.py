"""One stamp in the shared cache stands for everything that is public.

Whoever publishes renews it; whatever was made from the content carries the stamp it was
made under, and is made anew when that is no longer the current one.
"""

from typing import Any, Final
from uuid import uuid4

from django.core.cache import cache

KEY: Final = "cms.content"
SECONDS_KEPT: Final = 60 * 60
"""A change that nobody told is found after this time at the latest."""


def current() -> str:
    """The stamp of what is public now."""
    return str(cache.get_or_set(KEY, lambda: uuid4().hex, SECONDS_KEPT))


def renew() -> None:
    """What is public has changed."""
    cache.set(KEY, uuid4().hex, SECONDS_KEPT)


def kept(key: str) -> tuple[str, Any]:
    """The stamp of now, and what `keep` kept under it; None where that is of another stamp.

    One look in the cache for both.
    """
    found = cache.get_many([KEY, key])
    now = found.get(KEY) or current()
    made_under, value = found.get(key, ("", None))
    return now, value if made_under == now else None


def keep(key: str, value: object, *, made_under: str) -> None:
    """Keep what was made; `made_under`: the stamp as it was before anything was read for it.

    So what somebody read while another one published is never taken for new.
    """
    cache.set(key, (made_under, value), SECONDS_KEPT)
