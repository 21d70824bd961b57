"""The partner simulator as a real process, for tests of both sides."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Self

PATIENCE = 60  # seconds
HERE = "127.0.0.1"


@dataclass
class SimulatorProcess:
    """A context: runs while it lasts."""

    folder: Path
    portal: str

    def __enter__(self) -> Self:
        self.port = free_port()
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "portal.demo.partner"),
                *("--port", str(self.port), "--dir", str(self.folder), "--portal", self.portal),
            ]
        )
        self._await()
        return self

    def __exit__(self, *_error: object) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)

    def address(self, partner: str) -> str:
        """Where a partner's messages are posted to."""
        return f"http://{HERE}:{self.port}/{partner}/berichten"

    def public_keys(self, partner: str) -> object:
        """The file that is for `set_partner`, parsed."""
        text = (self.folder / partner / "public.jwk.json").read_text(encoding="utf-8")
        return json.loads(text)

    def behave(self, partner: str, manners: str, *, times: int = 1, seconds: float = 3) -> None:
        """Let a partner misbehave for its next messages."""
        wanted = json.dumps({"gedrag": manners, "keer": times, "seconden": seconds})
        request = urllib.request.Request(
            f"http://{HERE}:{self.port}/{partner}/gedrag", data=wanted.encode(), method="POST"
        )
        urllib.request.urlopen(request, timeout=30).close()

    def journal(self, partner: str) -> list[dict[str, object]]:
        """Everything that arrived at a partner."""
        path = self.folder / partner / "journal.jsonl"
        if not path.exists():
            return []
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    def effects(self, partner: str) -> Counter[str]:
        """How often each message had an effect; more than once is a fault."""
        lines = self.journal(partner)
        return Counter(str(line["id"]) for line in lines if line["event"] == "stored")

    def await_effects(self, partner: str, count: int, *, seconds: float = PATIENCE) -> None:
        """Return when so many messages are in the store."""
        until = time.monotonic() + seconds
        while len(self.effects(partner)) < count:
            assert time.monotonic() < until, "the message did not arrive in time"
            time.sleep(0.02)

    def forget(self) -> None:
        """Manners back to good; what is in the store stays."""
        for partner in self.folder.iterdir():
            self.behave(partner.name, "goed", times=0)

    def _await(self) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            assert self.process.poll() is None, "the simulator ended by itself"
            try:
                urllib.request.urlopen(f"http://{HERE}:{self.port}/", timeout=30).close()
            except (urllib.error.URLError, OSError):
                assert time.monotonic() < until, "the simulator does not answer"
                time.sleep(0.1)
            else:
                return


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])
