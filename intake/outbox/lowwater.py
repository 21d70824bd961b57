"""Where to start looking for due deliveries, per lane (a kind and a key).

While an old snapshot is held open (a backup, a long report), PostgreSQL must
step over the index entries of everything claimed since. A claim that starts at
the last place where something was due does not see them; every `SWEEP` a claim
looks everywhere, for what was committed late.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

SWEEP = timedelta(seconds=15)
SLACK = timedelta(seconds=5)  # a row's `due` is older than its commit
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)

LaneKey: TypeAlias = tuple[str, str]


class LowWater:
    """The memory of one worker."""

    def __init__(self) -> None:
        self.marks: dict[LaneKey, datetime] = {}
        self.swept_at = BEGINNING

    def start(self, *, now: datetime) -> None:
        """Begin a claim: forget everything when it is time for a sweep, or time has jumped."""
        if not self.swept_at <= now < self.swept_at + SWEEP:
            self.marks, self.swept_at = {}, now

    def since(self, lane: LaneKey) -> datetime:
        """From where the claim looks in a lane."""
        return self.marks.get(lane, BEGINNING)

    def saw(
        self,
        taken: Iterable[tuple[LaneKey, datetime]],
        *,
        emptied: Collection[LaneKey],
        now: datetime,
    ) -> None:
        """Learn from a claim: the lane and due moment of all it took, the lanes that gave none."""
        last: defaultdict[LaneKey, datetime] = defaultdict(lambda: BEGINNING)
        for lane, due in taken:
            last[lane] = max(last[lane], due)
        for lane, moment in [*last.items(), *((lane, now) for lane in emptied)]:
            self.marks[lane] = max(self.since(lane), moment - SLACK)
