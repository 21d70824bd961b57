"""Sends letters from a thread with an event loop of its own.

So the relay can go on claiming and writing down while a slow partner makes others
wait for nothing, and no query ever runs inside an event loop.
"""

import asyncio
import queue
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from datetime import datetime
from types import TracebackType
from typing import Self

from intake.outbox.destinations import FAULT, Courier, Letter, Outcome, Send
from intake.outbox.finishing import Report

LINGER_SECONDS = 0.03


class Post:
    """A context: letters go in with `send`, reports come out of `collect`.

    Collect until nothing is in flight before leaving it: what is still under way is
    cut off, and goes again after its lease.
    """

    def __init__(self, couriers: Mapping[str, Courier], *, clock: Callable[[], datetime]) -> None:
        self.couriers = couriers
        self.clock = clock
        self.busy: Counter[str] = Counter()
        self.reports: queue.SimpleQueue[Report] = queue.SimpleQueue()
        self.senders: dict[str, Send] = {}
        self.opening = asyncio.Lock()
        self.stack = AsyncExitStack()
        self.loop: asyncio.AbstractEventLoop | None = None
        self.thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.loop is None or self.thread is None:
            return
        asyncio.run_coroutine_threadsafe(self._close(), self.loop).result()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    @property
    def in_flight(self) -> int:
        """How many letters have no report yet that `collect` has returned."""
        return self.busy.total()

    def send(self, letter: Letter) -> None:
        """Start sending; returns at once."""
        self.busy[letter.parcel.key] += 1
        asyncio.run_coroutine_threadsafe(self._send(letter), self._running_loop())

    def collect(self, *, wait: float) -> list[Report]:
        """The reports that are in, waiting at most so many seconds for a first one.

        While letters are under way it lingers a moment for the next ones: writing them
        down together costs one transaction.
        """
        reports: list[Report] = []
        until = time.monotonic() + wait
        while len(reports) < self.in_flight:
            try:
                report = self.reports.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                break
            if not reports:
                until = time.monotonic() + LINGER_SECONDS
            reports.append(report)
        self.busy.subtract(report.parcel.key for report in reports)
        return reports

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        """The loop in its thread; started at the first letter, as most drains have none."""
        if self.loop is None:
            self.loop = asyncio.new_event_loop()
            self.thread = threading.Thread(target=self.loop.run_forever, name="post", daemon=True)
            self.thread.start()
        return self.loop

    async def _send(self, letter: Letter) -> None:
        started_at, started = self.clock(), time.monotonic()
        try:
            outcome = await (await self._sender(letter.parcel.kind))(letter)
        except Exception as error:  # noqa: BLE001 (a report must come, whatever happened)
            outcome = Outcome.retry(f"{FAULT}{type(error).__name__}")
        self.reports.put(
            Report(
                parcel=letter.parcel,
                outcome=outcome,
                started_at=started_at,
                milliseconds=round((time.monotonic() - started) * 1000),
            )
        )

    async def _sender(self, kind: str) -> Send:
        """The courier's open connections; opened at its first letter."""
        async with self.opening:
            if kind not in self.senders:
                courier = self.couriers[kind]
                self.senders[kind] = await self.stack.enter_async_context(courier.open())
        return self.senders[kind]

    async def _close(self) -> None:
        """Cut off what nobody waits for any more, and close the connections."""
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await self.stack.aclose()
