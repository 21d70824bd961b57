"""Timing: medians of CPU and wall time over rounds, and the row that is reported."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, kw_only=True)
class Timing:
    """Milliseconds per call, at the median and the 95th percentile: wall time and CPU."""

    p50: float
    p95: float
    cpu: float
    cpu_p95: float


@dataclass(frozen=True, kw_only=True)
class Row:
    """One benchmark. `ratio`: what is measured over its yardstick, in the same unit."""

    name: str
    value: float
    unit: str
    yardstick: str
    yardstick_value: float
    ratio: float
    more: dict[str, float]


def timed(work: Work, *, rounds: int, warm_up: int = 2) -> Timing:
    """Run `work` some rounds after a warm-up."""
    for _ in range(warm_up):
        work()
    wall, cpu = [], []
    for _ in range(rounds):
        began, cpu_began = time.perf_counter(), time.process_time()
        work()
        cpu.append(time.process_time() - cpu_began)
        wall.append(time.perf_counter() - began)
    return Timing(
        p50=1e3 * statistics.median(wall),
        p95=1e3 * _p95(wall),
        cpu=1e3 * statistics.median(cpu),
        cpu_p95=1e3 * _p95(cpu),
    )


def _p95(seconds: list[float]) -> float:
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * 0.95))]


def against(
    name: str, mine: Timing, *, yardstick: str, other: Timing, more: dict[str, float] | None = None
) -> Row:
    """A row of milliseconds of CPU, with the wall times beside them."""
    return Row(
        name=name,
        value=round(mine.cpu, 3),
        unit="ms CPU",
        yardstick=yardstick,
        yardstick_value=round(other.cpu, 3),
        ratio=round(mine.cpu / max(other.cpu, 1e-6), 2),
        more={
            "cpu_p95_ms": round(mine.cpu_p95, 2),
            "p50_ms": round(mine.p50, 2),
            "p95_ms": round(mine.p95, 2),
            **(more or {}),
        },
    )
