"""The demo's processes: started together, ready before they are announced, stopped together."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

READY_SECONDS = 60
STOP_SECONDS = 10


STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(Exception):
    """Somebody asked the whole to stop: Ctrl-C, a closed terminal, `kill`."""


class UnableToStart(Exception):
    """A process cannot start or ended too early; says which, why, and where its log is."""


@dataclass(frozen=True, kw_only=True)
class Program:
    """One process: its command, and the address that answers once it is ready."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    ready_url: str = ""


class Processes:
    """Children in process groups of their own, with their output in `logs/<name>.log`."""

    def __init__(self, *, logs: Path) -> None:
        self.logs = logs
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        logs.mkdir(parents=True, exist_ok=True)

    def start(self, program: Program) -> None:
        """Start one and wait until it answers; UnableToStart when it does not."""
        with self._log(program.name).open("wb") as output:
            self.running[program.name] = subprocess.Popen(
                program.command,
                env={**os.environ, **program.environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        if program.ready_url:
            self._await(program)

    def watch(self) -> NoReturn:
        """Look after them for as long as they run; UnableToStart when one ends by itself."""
        while True:
            for name in self.running:
                self._check_alive(name)
            time.sleep(0.2)

    def stop(self) -> None:
        """Ask every process group to stop, then insist; nothing is left when this returns."""
        for number in STOP_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        for process in self.running.values():
            _signal(process, signal.SIGTERM)
        limit = time.monotonic() + STOP_SECONDS
        for process in self.running.values():
            try:
                process.wait(max(0.1, limit - time.monotonic()))
            except subprocess.TimeoutExpired:
                _signal(process, signal.SIGKILL)
                process.wait()
            _signal(process, signal.SIGKILL)  # grandchildren that outlived it

    def _await(self, program: Program) -> None:
        limit = time.monotonic() + READY_SECONDS
        while time.monotonic() < limit:
            self._check_alive(program.name)
            try:
                urllib.request.urlopen(program.ready_url, timeout=2).close()  # noqa: S310
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
            else:
                return
        raise UnableToStart(f"{program.name} does not answer; see {self._log(program.name)}")

    def _check_alive(self, name: str) -> None:
        if self.running[name].poll() is not None:
            raise UnableToStart(f"{name} stopped by itself; see {self._log(name)}")

    def _log(self, name: str) -> Path:
        return self.logs / f"{name}.log"


def obey_signals() -> None:
    """From now on a signal to stop raises Stopped, wherever the program is."""

    def stop(_number: int, _frame: object) -> NoReturn:
        raise Stopped

    for number in STOP_SIGNALS:
        signal.signal(number, stop)


def require_free(ports: Mapping[str, int]) -> None:
    """UnableToStart with one clear line when a port is taken; keys are its variables."""
    for variable, port in ports.items():
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                raise UnableToStart(
                    f"port {port} is taken; choose another one with {variable}=…"
                ) from None


def _signal(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        return
