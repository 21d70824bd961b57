"""One stamp in the shared cache stands for everything that is public.

Whoever publishes renews it; whatever was made from the content carries the stamp it was
made under, and is made anew when that is no longer the current one.
"""

from typing import Final
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
