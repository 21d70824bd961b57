"""Starts the real simulator, and clicks through it."""

import html
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests
from django.conf import settings

SCRIPT = Path(settings.BASE_DIR) / "portal/demo/digid/simulator.mjs"
NODE = Path(sys.executable).parent / "node"
PORTAL = "http://testserver"
SECRET = "a-secret-of-the-test"
START_SECONDS = 60


@contextmanager
def running() -> Iterator[str]:
    """The issuer's address; the process is gone afterwards."""
    address = f"http://127.0.0.1:{_free_port()}"
    environment = {
        "PORT": address.rpartition(":")[2],
        "ISSUER": address,
        "CLIENT_ID": "voordeur",
        "CLIENT_SECRET": SECRET,
        "REDIRECT_BASE": PORTAL,
    }
    with subprocess.Popen(
        [NODE, SCRIPT], env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            _await(address, process)
            yield address
        finally:
            os.killpg(process.pid, signal.SIGTERM)  # `node` is a wrapper: its child goes too


def choose(
    address: str,
    *,
    resident: str,
    level: str = "substantieel",
    browser: requests.Session | None = None,
) -> str:
    """Log in as somebody at the simulator; the query it sends the browser back with."""
    if browser is None:
        with requests.Session() as new:
            return choose(address, resident=resident, level=level, browser=new)
    page = browser.get(address, timeout=30)
    assert "geen echt DigiD" in html.unescape(page.text)
    form = {"resident": resident, "level": level}
    answer = browser.post(page.url, data=form, timeout=30, allow_redirects=False)
    while answer.headers["Location"].startswith(address.partition("/auth")[0]):
        answer = browser.get(answer.headers["Location"], timeout=30, allow_redirects=False)
    path, _, query = answer.headers["Location"].partition("?")
    assert path == f"{PORTAL}/account/digid/login/callback/"
    return query


def names_on(page: str) -> list[str]:
    """Who can be chosen on a page of the simulator."""
    return [html.unescape(name) for name in re.findall(r"<strong>([^<]+)</strong>", page)]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    limit = time.monotonic() + START_SECONDS
    while time.monotonic() < limit:
        assert process.poll() is None, "the simulator stopped by itself"
        try:
            requests.get(address, timeout=1)
        except requests.ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the simulator does not answer")
