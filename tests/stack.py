"""The demo as a user starts it: real processes, ports and files of their own."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.migrated import MIGRATED

ROOT = Path(__file__).parent.parent
READY_SECONDS = 180


@dataclass(frozen=True, kw_only=True)
class Stack:
    """A running demo: where it is, and how to speak with it as its operator."""

    process: subprocess.Popen[bytes]
    var: Path
    facts: dict[str, Any]
    environment: dict[str, str]

    @property
    def website(self) -> str:
        """Address without a slash at the end."""
        return str(self.facts["addresses"]["website"]).rstrip("/")

    @property
    def partners(self) -> str:
        """Address of the partner simulator, without a slash at the end."""
        return str(self.facts["addresses"]["partners"]).rstrip("/")

    def manage(self, *words: str) -> str:
        """Run a manage.py command against it; what it printed."""
        command = [sys.executable, str(ROOT / "manage.py"), *words]
        done = subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    def outbox(self) -> dict[str, Any]:
        """What the operator sees of the outbox."""
        status: dict[str, Any] = json.loads(self.manage("outbox_status", "--json"))
        return status


def start(var: Path, **variables: str) -> Stack:
    """Start the demo in a folder; returns when it is open for work."""
    environment = {**os.environ, **_ports(), **variables, "VAR_DIR": str(var), "DEMO": "1"}
    environment["DJANGO_SETTINGS_MODULE"] = "portal.settings.embedded"
    for name in ("DATABASE_URL", "CELERY_BROKER_URL", "CACHE_URL"):
        if name not in variables:
            environment.pop(name, None)
    if MIGRATED and "DATABASE_URL" not in variables:
        shutil.copy(MIGRATED, var / "voordeur.sqlite3")
    with (var / "demo.log").open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "demo"],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    facts = _facts(process, var)
    return Stack(process=process, var=var, facts=facts, environment=environment)


def stop(stack: Stack) -> None:
    """As Ctrl-C does."""
    stack.process.send_signal(signal.SIGINT)
    stack.process.wait(60)


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """One demo for all journeys."""
    running = start(tmp_path_factory.mktemp("stack"))
    yield running
    stop(running)


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _ports() -> dict[str, str]:
    return {name: str(free_port()) for name in ("PORT", "PARTNER_PORT", "DIGID_PORT")}


def _facts(process: subprocess.Popen[bytes], var: Path) -> dict[str, Any]:
    limit = time.monotonic() + READY_SECONDS
    while time.monotonic() < limit and process.poll() is None:
        if (var / "demo.json").exists():
            facts: dict[str, Any] = json.loads((var / "demo.json").read_text(encoding="utf-8"))
            return facts
        time.sleep(0.2)
    process.kill()
    raise AssertionError(f"the demo did not start: {(var / 'demo.log').read_text()[-2000:]}")
