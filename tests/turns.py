"""What takes long and is much alike takes turns: a run of the whole suite walks one of each kind.

TURN is a number; `.ci/test` makes it of the commit, so that each commit has its own and every
kind comes round. Without it (a test run by hand) all of them are walked.
"""

import os
from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")

TURN: Final = os.environ.get("TURN", "")


def in_turn(each: Sequence[T]) -> Sequence[T]:
    """The one whose turn it is; all of them without TURN."""
    return [each[int(TURN) % len(each)]] if TURN else each
