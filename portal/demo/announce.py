"""Says where the demo is and who can log in: on screen, and in var/demo.json for machines."""

import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from portal.demo.accounts import STAFF, residents


def announce(running: Mapping[str, subprocess.Popen[bytes]], *, say: Callable[[str], Any]) -> None:
    """Print addresses and log-ins, and write the same to `var/demo.json`."""
    facts = {
        "addresses": addresses(),
        "residents": residents(),
        "staff": [*STAFF],
        "processes": {name: process.pid for name, process in running.items()},
    }
    _file().write_text(json.dumps(facts, indent=2, ensure_ascii=False), encoding="utf-8")
    say("")
    for name, address in addresses().items():
        say(f"  {name:<20}{address}")
    say("\n  Residents: choose one on the DigiD simulator, no password.")
    for staff in STAFF:
        say(
            f"  {staff['role']:<20}{staff['email']}  {staff['password']}  (code: see the mail page)"
        )
    say(f"\n  All of this is in {_file()}. Ctrl-C stops everything.\n")


def withdraw() -> None:
    """Remove `var/demo.json`: nothing listens there any more."""
    _file().unlink(missing_ok=True)


def addresses() -> dict[str, str]:
    """The pages a person would open, by what they are."""
    base = settings.BASE_URL
    return {
        "website": f"{base}/",
        "intake": f"{base}/intake/",
        "mijn": f"{base}/mijn/",
        "beheer": f"{base}/beheer/",
        "mail": f"{base}/demo/mail/",
        "partners": f"http://localhost:{settings.PARTNER_PORT}/",
        "digid": settings.DIGID_ISSUER,
    }


def _file() -> Path:
    return Path(settings.VAR_DIR) / "demo.json"
