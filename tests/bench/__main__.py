"""Runs every benchmark on a database of its own and writes `var/bench.json`."""

import json
import platform
import sys
from dataclasses import asdict
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

HEADER = f"{'benchmark':<34}{'value':>12} {'unit':<14}{'ratio':>9}  yardstick"


def main() -> None:
    """Set up, measure room by room, print as it goes, write the whole."""
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    from tests import intakes  # noqa: PLC0415 (models must be ready)
    from tests.bench import (  # noqa: PLC0415
        deliveries,
        editing,
        engine,
        paper,
        searching,
        submitting,
        web,
    )

    intakes.published()
    say(HEADER)
    rows = []
    for bench in (engine, web, searching, submitting, paper, deliveries, editing):
        for row in bench.rows():
            rows.append(row)
            say(
                f"{row.name:<34}{row.value:>12} {row.unit:<14}{row.ratio:>9}  {row.yardstick}"
                f" ({row.yardstick_value}) {row.more}"
            )
    target = Path(settings.BASE_DIR) / "var" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    machine = {
        "python": platform.python_version(),
        "database": settings.DATABASES["default"]["ENGINE"],
    }
    target.write_text(
        json.dumps({"machine": machine, "rows": [asdict(row) for row in rows]}, indent=2)
    )
    say(f"\nWritten to {target}")


def say(line: str) -> None:
    """Print at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
