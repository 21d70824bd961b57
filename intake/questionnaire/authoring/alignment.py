"""Two lists side by side: what stands in both, in one, and what changed its place."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
Identity = tuple[str, int]
"""Its identity, and which one it is of those that have the same, from 0."""


@dataclass(frozen=True, slots=True)
class Aligned(Generic[T]):
    """One thing in two lists: None where it is not. `moved`: it has another place among the rest.

    `stood_after`, `stands_after`: what came right before it, None for the first.
    """

    old: T | None
    new: T | None
    moved: bool = False
    stood_after: T | None = None
    stands_after: T | None = None

    @property
    def either(self) -> T:
        """It itself, as it is now; as it was when it left."""
        found = self.old if self.new is None else self.new
        if found is None:
            raise LookupError("in neither list")
        return found


def align(old: Mapping[Identity, T], new: Mapping[Identity, T]) -> Iterator[Aligned[T]]:
    """Everything in two lists, in the order of the new one, then what left.

    As few as possible have moved: what stays in order is the longest rising sequence.
    """
    places = {key: place for place, key in enumerate(old)}
    common = [key for key in new if key in old]
    rising = _longest_rising([places[key] for key in common])
    still = {key for key in common if places[key] in rising}
    before, after = _predecessors(old), _predecessors(new)
    for key, each in new.items():
        if key not in old:
            yield Aligned(None, each)
        elif key in still:
            yield Aligned(old[key], each)
        else:
            yield Aligned(old[key], each, True, before[key], after[key])  # noqa: FBT003
    yield from (Aligned(each, None) for key, each in old.items() if key not in new)


def numbered(identities: Iterable[tuple[str, T]]) -> Mapping[Identity, T]:
    """A list by identity; of those that have the same, each is a thing of its own."""
    seen: Counter[str] = Counter()
    found: dict[Identity, T] = {}
    for identity, each in identities:
        found[identity, seen[identity]] = each
        seen[identity] += 1
    return found


def _predecessors(things: Mapping[Identity, T]) -> Mapping[Identity, T | None]:
    values = [None, *things.values()]
    return dict(zip(things, values, strict=False))


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The numbers of a longest subsequence that rises (patience sorting)."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        pile = bisect_left(tails, number)
        before[number] = tails[pile - 1] if pile else None
        tails[pile : pile + 1] = [number]
    found: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
