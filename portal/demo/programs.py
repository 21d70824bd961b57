"""Which processes the demo consists of, and where each one listens."""

import sys
from pathlib import Path

from django.conf import settings

from portal.demo.processes import Program

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent


def ports() -> dict[str, int]:
    """The ports, by the variable that changes each of them."""
    return {name: getattr(settings, name) for name in ("PORT", "PARTNER_PORT", "DIGID_PORT")}


def logs() -> Path:
    """Where the processes write what they have to say."""
    return Path(settings.VAR_DIR) / "log"


def partner_keys() -> Path:
    """Where the partner simulator keeps its keys, the public ones as <key>.*.jwk.json."""
    return Path(settings.VAR_DIR) / "partners"


def web() -> Program:
    """granian: one process, and threads for requests that wait on the database."""
    options = {
        "--interface": "wsgi",
        "--host": "127.0.0.1",
        "--port": str(settings.PORT),
        "--workers": "1",
        "--blocking-threads": "4",
        "--log-level": "warning",
    }
    words = [word for option in options.items() for word in option]
    return Program(
        name="web",
        command=[str(BIN / "granian"), *words, "--no-ws", "portal.wsgi:application"],
        environment=_django(),
        ready_url=f"http://127.0.0.1:{settings.PORT}/healthz/ready",
    )


def worker() -> Program:
    """Celery: two child processes, each with the relay's own timer."""
    return Program(
        name="worker",
        command=[
            *(str(BIN / "celery"), "--app", "portal.celery", "worker", "--concurrency", "2"),
            *("--without-gossip", "--without-mingle", "--without-heartbeat"),
            *("--loglevel", "INFO", "--hostname", f"voordeur-{settings.PORT}@%h"),
        ],
        environment=_django(),
    )


def digid() -> Program:
    """The DigiD simulator: a real OpenID Connect provider, marked on every page."""
    return Program(
        name="digid",
        command=[str(BIN / "node"), str(HERE / "digid" / "simulator.mjs")],
        environment={
            "PORT": str(settings.DIGID_PORT),
            "ISSUER": settings.DIGID_ISSUER,
            "CLIENT_ID": settings.DIGID_CLIENT_ID,
            "CLIENT_SECRET": settings.DIGID_CLIENT_SECRET,
            "REDIRECT_BASE": settings.BASE_URL,
            "NODE_NO_WARNINGS": "1",
        },
        ready_url=f"http://127.0.0.1:{settings.DIGID_PORT}/.well-known/openid-configuration",
    )


def partners() -> Program:
    """The partner simulator: every demo partner, with keys of its own."""
    return Program(
        name="partners",
        command=[
            *(sys.executable, "-m", "portal.demo.partner"),
            *("--port", str(settings.PARTNER_PORT), "--dir", str(partner_keys())),
            *("--portal", settings.BASE_URL),
        ],
        environment={},
        ready_url=f"http://127.0.0.1:{settings.PARTNER_PORT}/",
    )


def _django() -> dict[str, str]:
    return {"DJANGO_SETTINGS_MODULE": "portal.settings.embedded", "DEMO": "1"}
