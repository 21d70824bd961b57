"""What a partner got and did, as JSON lines. Messages are kept sealed, as they came."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

STORED = "stored"
DUPLICATE = "duplicate"
REJECTED = "rejected"
RECEIPT = "receipt"
STATUS = "status"


@dataclass(frozen=True, kw_only=True)
class Received:
    """A message in the store, and what was said about it."""

    id: str
    type: str
    sequence: int
    sha256: str
    at: str
    body: bytes = field(repr=False)
    said: tuple[str, ...] = ()


class Journal:
    """One partner's file. An id is stored once; every arrival is a line."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known = {line["id"] for line in self._lines() if line["event"] == STORED}

    def add(self, event: str, **facts: object) -> None:
        """Write one line; it is in the file when this returns."""
        line = {"event": event, "at": datetime.now(UTC).isoformat(timespec="seconds"), **facts}
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
        if event == STORED:
            self.known.add(facts["id"])

    def messages(self) -> list[Received]:
        """The store, the latest first."""
        lines = list(self._lines())
        said: dict[str, list[str]] = {}
        for line in lines:
            if line["event"] in {RECEIPT, STATUS}:
                said.setdefault(line["id"], []).append(line["said"])
        stored = [_received(line, said) for line in lines if line["event"] == STORED]
        return list(reversed(stored))

    def message(self, message_id: str) -> Received | None:
        """One of them; None when it is not there."""
        return next((one for one in self.messages() if one.id == message_id), None)

    def _lines(self) -> Iterator[dict[str, Any]]:
        if self.path.exists():
            with self.path.open(encoding="utf-8") as file:
                yield from map(json.loads, file)


def _received(line: dict[str, Any], said: dict[str, list[str]]) -> Received:
    return Received(
        id=line["id"],
        type=line["type"],
        sequence=line["sequence"],
        sha256=line["sha256"],
        at=line["at"],
        body=line["body"].encode("ascii"),
        said=tuple(said.get(line["id"], ())),
    )
