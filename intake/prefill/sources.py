"""The registry of sources that already know an answer.

A source that is down is named, not hidden: the page says so (product: a prefill
outage that shows empty fields is worse than none).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

import structlog

from intake.questionnaire.answers import Item

log = structlog.get_logger(__name__)


class SourceDown(Exception):
    """A source cannot answer now; raised by sources, reported in `Fetched.down`."""


class DuplicateSource(Exception):
    """A source of that name is registered already."""


@dataclass(frozen=True, slots=True)
class Person:
    """Whose data is asked for."""

    bsn: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefilled:
    """What a source knows: typed items as in an answer, its code ("brp"), and as of when."""

    items: tuple[Item, ...] = field(repr=False)
    source: str
    as_of: date


class Source(Protocol):
    """Something that knows answers. `tests/intake/prefill/contract.py` says how one behaves."""

    def fetch(self, person: Person, elements: Collection[str]) -> Mapping[str, Prefilled]:
        """What is known of these element keys; unknown persons and elements are left out.

        Raises SourceDown.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What all sources know together, and the names of those that did not answer."""

    found: Mapping[str, Prefilled]
    down: tuple[str, ...]


class Sources:
    """A registry; the first one registered wins where two know the same element."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}

    def register(self, name: str, source: Source) -> None:
        """Add a source under the name a resident reads ("BRP"). Raises DuplicateSource."""
        if name in self._sources:
            raise DuplicateSource(name)
        self._sources[name] = source

    def unregister(self, name: str) -> None:
        """Take a source out again; KeyError when it was not there."""
        del self._sources[name]

    def fetch(self, person: Person, elements: Collection[str]) -> Fetched:
        """Ask every source for what the earlier ones did not know."""
        found: dict[str, Prefilled] = {}
        down: list[str] = []
        for name, source in self._sources.items():
            wanted = set(elements) - found.keys()
            if not wanted:
                break
            try:
                known = source.fetch(person, wanted)
            except SourceDown:
                log.warning("prefill.source_down", source=name)
                down.append(name)
                continue
            found.update({key: each for key, each in known.items() if key in wanted})
        return Fetched(found=found, down=tuple(down))


sources = Sources()
"""The registry of this process; apps register in `AppConfig.ready`."""
