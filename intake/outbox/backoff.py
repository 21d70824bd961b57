"""When to try again: a schedule that survives a weekend, with jitter and never early."""

import random
from collections.abc import Callable
from datetime import timedelta

SCHEDULE = (
    timedelta(seconds=5),
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=8),
    timedelta(hours=24),
    timedelta(hours=24),
    timedelta(hours=24),
)
JITTER = 0.25
LONGEST_RETRY_AFTER = timedelta(hours=6)


def delay(
    *,
    attempts: int,
    retry_after: timedelta | None = None,
    chance: Callable[[], float] = random.random,
) -> timedelta | None:
    """How long to wait after that many tries; None when there have been enough.

    `retry_after` as the other side asked, honoured up to six hours.
    """
    if attempts > len(SCHEDULE):
        return None
    planned = SCHEDULE[max(attempts, 1) - 1] * (1 + JITTER * chance())
    return max(planned, min(retry_after or timedelta(), LONGEST_RETRY_AFTER))
