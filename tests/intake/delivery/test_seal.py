"""What we seal opens with the file that partners may copy, and with nothing else."""

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.utils import timezone
from joserfc.jwk import KeySet, OKPKey

from intake.delivery import courier
from intake.delivery import document as documents
from intake.outbox.destinations import Letter
from portal.demo.partner.open_message import Message, Rejected, open_message
from tests.intake.delivery import factories
from tests.intake.delivery.factories import PartnerKeys
from tests.intake.outbox import factories as outbox

pytestmark = pytest.mark.django_db
ADDRESS = "https://partner.example/berichten"


def letter(*, payload: bytes | None = None, now: datetime | None = None) -> Letter:
    outbox.emitted("kredietbank", payload=payload or factories.document())
    now = now or timezone.now()
    [parcel] = outbox.claimed(now=now)
    [prepared] = courier.PartnerCourier().prepare([parcel], now=now).values()
    assert isinstance(prepared, Letter)
    return prepared


def opened(sent: Letter, keys: PartnerKeys, **changed: object) -> Message:
    arguments: dict[str, object] = {
        "method": "POST",
        "url": sent.address,
        "headers": sent.headers,
        "body": sent.body,
        "private_keys": keys.private,
        "sender_keys": factories.sender_keys(),
    }
    return open_message(**(arguments | changed))  # type: ignore[arg-type]


def test_a_partner_opens_what_was_sent() -> None:
    keys = factories.configured(address=ADDRESS)
    payload = factories.document()
    message = opened(letter(payload=payload), keys)
    assert message.document == json.loads(payload)
    assert message.sequence == 1
    assert message.type == "nl.voordeur.proef.v1"


def test_the_largest_document_fits() -> None:
    keys = factories.configured(address=ADDRESS)
    payload = json.dumps({"verhaal": "x" * (documents.LARGEST - 20)}).encode()
    sent = letter(payload=payload)
    assert len(sent.body) <= 256 * 1024
    assert opened(sent, keys).document == json.loads(payload)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("url", "https://partner.example/elders"),
        ("method", "PUT"),
        ("body", b"x"),
        ("private_keys", KeySet([OKPKey.generate_key("X25519", auto_kid=True)])),
        ("sender_keys", KeySet([OKPKey.generate_key("Ed25519", auto_kid=True)])),
    ],
)
def test_anything_else_is_rejected(name: str, value: object) -> None:
    keys = factories.configured(address=ADDRESS)
    sent = letter()
    with pytest.raises(Rejected):
        opened(sent, keys, **{name: value})


@pytest.mark.parametrize("name", ["ce-id", "ce-type", "ce-sequence", "content-type"])
def test_a_changed_header_is_rejected(name: str) -> None:
    keys = factories.configured(address=ADDRESS)
    sent = letter()
    with pytest.raises(Rejected, match="transport"):
        opened(sent, keys, headers={**sent.headers, name: "9"})


def test_an_old_message_is_rejected() -> None:
    keys = factories.configured(address=ADDRESS)
    sent = letter(now=datetime.now(UTC) - timedelta(minutes=6))
    with pytest.raises(Rejected, match="transport"):
        opened(sent, keys)


def test_nothing_but_ids_stands_outside_the_seal() -> None:
    factories.configured(address=ADDRESS)
    sent = letter()
    outside = " ".join([sent.address, *sent.headers, *sent.headers.values()]).lower()
    for secret in ("hooft", "schuld", "kredietbank", "zt-7k3m"):
        assert secret not in outside
    assert sent.headers["ce-source"] == "urn:nld:oin:00000001234567890000:systeem:voordeur"
    assert sent.headers["ce-specversion"] == "1.0"


def test_standard_webhooks_receivers_can_verify_too() -> None:
    factories.configured(address=ADDRESS)
    sent = letter()
    [signer] = factories.sender_keys()
    assert isinstance(signer.public_key, Ed25519PublicKey)
    version, _, signature = sent.headers["webhook-signature"].partition(",")
    assert version == "v1a"
    signed = f"{sent.headers['webhook-id']}.{sent.headers['webhook-timestamp']}.".encode()
    signer.public_key.verify(base64.b64decode(signature), signed + sent.body)
    assert sent.headers["webhook-id"] == sent.headers["ce-id"]
