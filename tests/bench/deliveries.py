"""Sealed deliveries to a partner in another process, beside sealing alone."""

import json
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone
from joserfc.jwk import OKPKey

from intake.delivery.seal import seal
from intake.delivery.signing import signing_key
from intake.outbox.models import OutboxDelivery
from intake.outbox.relay import drain
from intake.outbox.states import State
from intake.partners.keys import PublicKey
from intake.partners.models import KeyUse, Suite
from tests.bench.measure import Row, timed
from tests.intake.outbox.factories import emitted
from tests.stack import free_port

PARTNER = "kredietbank"
DELIVERIES = 300
DOCUMENT = secrets.token_bytes(6_000).hex().encode()  # 12 kB, as of a long intake


def rows() -> Iterator[Row]:
    """From the outbox to the partner's 2xx, one relay, receiver on the same machine."""
    with receiver() as (folder, address):
        call_command(
            "set_partner",
            PARTNER,
            address=f"{address}/{PARTNER}/berichten",
            public_jwk=folder / PARTNER / "public.jwk.json",
            allow_network="127.0.0.1/32",
            verbosity=0,
        )
        take_everything(address)
        emitted(PARTNER, count=DELIVERIES, payload=DOCUMENT, now=timezone.now())
        began = time.perf_counter()
        drain(seconds=60)
        took = time.perf_counter() - began
    sent = OutboxDelivery.objects.filter(partner_id=PARTNER, state=State.SENT).count()
    alone = 1e3 / timed(seal_one, rounds=100).p50
    yield Row(
        name="sealed deliveries",
        value=round(sent / took, 1),
        unit="per second",
        yardstick="Ed25519 + JWE of the same document alone",
        yardstick_value=round(alone, 1),
        ratio=round(sent / took / alone, 3),
        more={"sent": sent, "kB": len(DOCUMENT) / 1000},
    )


KEY = OKPKey.generate_key("X25519", auto_kid=True)


def seal_one() -> None:
    """One document, signed and encrypted."""
    recipient = PublicKey(kid=str(KEY.kid), use=KeyUse.ENCRYPTION, jwk=KEY.as_dict(private=False))
    seal(DOCUMENT, suite=Suite.MODERN_1, recipient=recipient, signer=signing_key())


@contextmanager
def receiver() -> Iterator[tuple[Path, str]]:
    """The partner simulator in a process of its own: its folder and address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "portal.demo.partner"),
                *("--port", str(port), "--dir", str(folder), "--portal", "http://127.0.0.1:9"),
            ]
        )
        try:
            wait_for(address)
            yield folder, address
        finally:
            process.terminate()
            process.wait(10)


def take_everything(address: str) -> None:
    """Let the partner answer 2xx without opening anything: ours is what is measured."""
    request = urllib.request.Request(
        f"{address}/{PARTNER}/gedrag",
        data=json.dumps({"gedrag": "blind", "keer": DELIVERIES}).encode(),
        method="POST",
    )
    urllib.request.urlopen(request, timeout=5).close()


def wait_for(address: str) -> None:
    """Return when something answers there."""
    for _attempt in range(100):
        try:
            urllib.request.urlopen(address, timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)
