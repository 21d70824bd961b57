"""Waiting for messages, for partners that fetch."""

import threading
import time
from collections.abc import Sequence

from intake.outbox.queries import InboxItem, inbox

PAUSE_SECONDS = 0.5
WAITING_AT_ONCE = 2
"""Waiting keeps a thread of the web server; more than this per process get their answer at once."""

_places = threading.BoundedSemaphore(WAITING_AT_ONCE)


def messages(*, partner: str, after: int, limit: int, wait: float) -> Sequence[InboxItem]:
    """Messages after a number, waiting at most so many seconds for the first."""
    items = inbox(partner=partner, after=after, limit=limit)
    if items or not wait or not _places.acquire(blocking=False):
        return items
    try:
        until = time.monotonic() + wait
        while not items and time.monotonic() < until:
            time.sleep(PAUSE_SECONDS)
            items = inbox(partner=partner, after=after, limit=limit)
    finally:
        _places.release()
    return items
