"""The places of items in a list."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

STEP: Final = 10
"""Between two places, so that one can be put between them."""


def places(before: Mapping[str, int | None]) -> Mapping[str, int]:
    """A place for each key, in this order; `before` has the place of those that had one.

    As they were when that gives the order; otherwise all anew.
    """
    kept = {key: place for key, place in before.items() if place is not None}
    rising = all(one < other for one, other in pairwise(kept.values()))
    if rising and len(kept) == len(before):
        return kept
    return {key: (number + 1) * STEP for number, key in enumerate(before)}
