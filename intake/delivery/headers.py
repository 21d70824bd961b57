"""The headers around a sealed body: what it is, and our signature over how it travels.

CloudEvents 1.0 in HTTP binary mode, RFC 9530 Content-Digest, RFC 9421 signature, and
the Standard Webhooks headers. No name, no topic and no BSN stands in any of them.
"""

import base64
import hashlib
import secrets
from datetime import UTC, datetime
from types import SimpleNamespace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from http_message_signatures import HTTPMessageSigner
from http_message_signatures.algorithms import ED25519
from http_message_signatures.resolvers import MappingKeyResolver
from joserfc.jwk import OKPKey

from intake.outbox.destinations import Parcel

CONTENT_TYPE = "application/jose"
LABEL = "voordeur"
TAG = "voordeur-delivery"
COVERED = (
    "@method",
    "@target-uri",
    "content-type",
    "content-digest",
    "ce-id",
    "ce-type",
    "ce-sequence",
)


def signed_headers(
    *, parcel: Parcel, sequence: int, address: str, body: bytes, signer: OKPKey, now: datetime
) -> dict[str, str]:
    """All headers of the POST, signed anew for every try."""
    private = signer.private_key
    assert isinstance(private, Ed25519PrivateKey)  # noqa: S101 (`signing` reads no other kind)
    headers = {
        **_cloud_event(parcel, sequence),
        **_webhook(parcel, body, private, now),
        "content-type": CONTENT_TYPE,
        "content-digest": content_digest(body),
    }
    kid = str(signer.kid)
    HTTPMessageSigner(
        signature_algorithm=ED25519,
        key_resolver=MappingKeyResolver(public_keys={}, private_keys={kid: private}),
    ).sign(
        SimpleNamespace(method="POST", url=address, headers=headers),
        key_id=kid,
        created=now,
        nonce=secrets.token_urlsafe(16),
        label=LABEL,
        tag=TAG,
        include_alg=True,
        covered_component_ids=COVERED,
        use_existing_digest=True,
    )
    return headers


def content_digest(body: bytes) -> str:
    """RFC 9530, SHA-256."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def _cloud_event(parcel: Parcel, sequence: int) -> dict[str, str]:
    return {
        "ce-specversion": "1.0",
        "ce-id": str(parcel.id),
        "ce-source": f"urn:nld:oin:{settings.OIN}:systeem:voordeur",
        "ce-type": parcel.type,
        "ce-subject": str(parcel.case_id or parcel.submission_id),
        "ce-time": parcel.occurred_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "ce-sequence": str(sequence),
    }


def _webhook(
    parcel: Parcel, body: bytes, private: Ed25519PrivateKey, now: datetime
) -> dict[str, str]:
    """Standard Webhooks, asymmetric: so that receivers off the shelf work."""
    timestamp = str(int(now.timestamp()))
    signature = private.sign(f"{parcel.id}.{timestamp}.".encode() + body)
    return {
        "webhook-id": str(parcel.id),
        "webhook-timestamp": timestamp,
        "webhook-signature": f"v1a,{base64.b64encode(signature).decode()}",
    }
