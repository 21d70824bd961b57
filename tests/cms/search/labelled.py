"""Queries with the answers that would help, and sentences with what should be ticked for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from cms.search.documents import Document, Kind
from cms.search.emergency import CALLS, Line
from cms.search.index import SearchIndex
from cms.search.results import Results, results_of

FOLDER = Path(__file__).parent
ANSWER = "vraag:"


@dataclass(frozen=True)
class Query:
    """What somebody types, and what would help: see held_out.yaml."""

    text: str
    right: Sequence[str]

    def place_in(self, index: SearchIndex) -> int:
        """The place of the first result that helps, from 1; 0 when there is none."""
        places = enumerate(index.search(self.text).hits, start=1)
        return next((at for at, hit in places if self.is_helped_by(hit.document)), 0)

    def is_helped_by(self, document: Document) -> bool:
        """Whether a document is one of the right ones."""
        match document.kind:
            case Kind.TOPIC:
                return bool(set(document.topics) & set(self.right))
            case Kind.ANSWER:
                about = {ANSWER, *(f"{ANSWER}{topic}" for topic in document.topics)}
                return bool(about & set(self.right))
            case _:
                return document.url.strip("/") in self.right


@dataclass(frozen=True)
class Sentence:
    """What somebody tells, and what the page should make of it: see sentences.yaml."""

    text: str
    tick: frozenset[str]
    never: frozenset[str] | None
    may: frozenset[str]
    call: bool
    lines: frozenset[str]

    def faults_in(self, index: SearchIndex) -> list[str]:
        """What the page does wrong, in words; nothing when all is well."""
        results = results_of(self.text, index, language="nl")
        ticked = {topic.key for topic in results.topics if topic.ticked}
        wrong = ticked & self.never if self.never is not None else ticked - self.tick - self.may
        return [
            *(f"ticks {key}" for key in sorted(wrong)),
            *(f"does not tick {key}" for key in sorted(self.tick - ticked)),
            *([f"calls: {results.call_us}"] if results.call_us != self.call else []),
            *(f"gives no {line}" for line in sorted(self.lines) if not _gives(results, line)),
            *(["gives a line"] if results.calls and not self.lines else []),
        ]


def _gives(results: Results, line: str) -> bool:
    """Whether it says to call there."""
    return all(call in results.calls for call in CALLS[Line(line)])


def sentences(name: str) -> list[Sentence]:
    """The sentences of a file."""
    rows: list[dict[str, Any]] = YAML(typ="safe").load(FOLDER / f"{name}.yaml")
    return [
        Sentence(
            text=row["q"],
            tick=frozenset(row["tick"]),
            never=None if row["never"] == "all" else frozenset(row["never"]),
            may=frozenset(row.get("may", ())),
            call=row.get("call", False),
            lines=frozenset(row.get("lines", ())),
        )
        for row in rows
    ]


def read(name: str) -> list[Query]:
    """The queries of a file."""
    rows: list[dict[str, Any]] = YAML(typ="safe").load(FOLDER / f"{name}.yaml")
    return [Query(row["q"], row["right"]) for row in rows]


def share(places: Sequence[int], *, within: int) -> float:
    """How many of the queries were helped by one of the first results."""
    return sum(1 <= place <= within for place in places) / len(places)


def missed(queries: Sequence[Query], places: Sequence[int]) -> Iterator[str]:
    """The queries that the first three results do not help."""
    for query, place in zip(queries, places, strict=True):
        if not 1 <= place <= 3:
            yield query.text
