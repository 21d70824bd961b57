"""Check and open a message of a municipality's front door, and sign requests to it.

One file that a chain partner may copy as it is; it needs three libraries:
joserfc, cryptography and http-message-signatures. It does, in this order:

1. Read the public keys of the sender, from https://<municipality>/.well-known/jwks.json.
2. Verify the transport signature (RFC 9421) over address, headers and body (RFC 9530):
   the message came from the sender, for this address, a moment ago, unchanged.
3. Decrypt the body (JWE) with your own X25519 key.
4. Verify the signature inside it (JWS): the sender wrote this document.

What you still do yourself: keep `id` and take a message you already have as received
(answer 2xx again), and compare `sequence` with the last one: a gap means that
something is still on its way.

    message = open_message(method="POST", url=url, headers=headers, body=body,
                           private_keys=mine, sender_keys=theirs)
    message.document["zaak"]["kenmerk"]
"""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import HTTPMessageSigner, HTTPMessageVerifier
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException
from http_message_signatures.resolvers import MappingKeyResolver
from joserfc import jwe, jws
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OKPKey

MAX_AGE = timedelta(minutes=5)
LARGEST = 256 * 1024
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


class Rejected(Exception):
    """Not a message to trust; answer 4xx and look at it. The text says which check failed."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """An opened message. `sha256` (hex, of the body) goes into your receipt."""

    id: str
    type: str
    sequence: int
    sha256: str
    document: dict[str, Any] = field(repr=False)


# joserfc's limits are meant for tokens; a document is larger. Nothing else is allowed:
# no other algorithm, and no compression.
class _DocumentJWE(jwe.JWERegistry):
    max_ciphertext_length = LARGEST


class _DocumentJWS(jws.JWSRegistry):
    max_payload_length = LARGEST


_JWE = _DocumentJWE(algorithms=["ECDH-ES+A256KW", "A256GCM"])
_JWS = _DocumentJWS(algorithms=["Ed25519"])


def open_message(
    *,
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    private_keys: KeySet,
    sender_keys: KeySet,
) -> Message:
    """Verify and open a message as it arrived over HTTP. Raises Rejected.

    `url` is your address as the sender knows it. `private_keys`: your X25519 keys;
    `sender_keys`: the sender's JWK set.
    """
    lowered = {name.lower(): value for name, value in headers.items()}
    if len(body) > LARGEST:
        raise Rejected("too large")
    _verify_transport(method, url, lowered, body, sender_keys)
    return Message(
        id=lowered["ce-id"],
        type=lowered["ce-type"],
        sequence=int(lowered["ce-sequence"]),
        sha256=hashlib.sha256(body).hexdigest(),
        document=open_body(body, private_keys=private_keys, sender_keys=sender_keys),
    )


def open_body(body: bytes, *, private_keys: KeySet, sender_keys: KeySet) -> dict[str, Any]:
    """Decrypt a body, verify who wrote it, and parse it. Raises Rejected.

    For a message that was fetched from the inbox this is all there is to check.
    """
    try:
        opened = jwe.decrypt_compact(body, private_keys, registry=_JWE)
        signed = jws.deserialize_compact(opened.plaintext or b"", sender_keys, registry=_JWS)
        document = json.loads(signed.payload)
    except (JoseError, ValueError) as error:
        raise Rejected(f"body: {type(error).__name__}") from None
    if not isinstance(document, dict):
        raise Rejected("body: not a JSON object")
    return document


def signed_request_headers(
    *, method: str, url: str, body: bytes, key: OKPKey, headers: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Headers for a request to the partner API, signed with your Ed25519 key.

    `headers`: more of them, such as Idempotency-Key. Sign every try anew: a nonce
    counts once.
    """
    signed = {name.lower(): value for name, value in (headers or {}).items()}
    signed["content-digest"] = _digest(body)
    covered = ["@method", "@target-uri", "content-digest"]
    if body:
        signed["content-type"] = "application/json"
        covered.append("content-type")
    if "idempotency-key" in signed:
        covered.append("idempotency-key")
    key.ensure_kid()
    private = key.private_key
    if not isinstance(private, Ed25519PrivateKey):
        raise TypeError("the key must be a private Ed25519 key")
    HTTPMessageSigner(
        signature_algorithm=ED25519,
        key_resolver=MappingKeyResolver(public_keys={}, private_keys={str(key.kid): private}),
    ).sign(
        SimpleNamespace(method=method, url=url, headers=signed),
        key_id=str(key.kid),
        nonce=secrets.token_urlsafe(16),
        label="partner",
        tag="voordeur-partner",
        covered_component_ids=covered,
        use_existing_digest=True,
    )
    return signed


def _verify_transport(
    method: str, url: str, headers: Mapping[str, str], body: bytes, sender_keys: KeySet
) -> None:
    verifier = HTTPMessageVerifier(
        signature_algorithm=ED25519,
        key_resolver=MappingKeyResolver(public_keys=_by_id(sender_keys), private_keys={}),
    )
    try:
        verifier.verify(
            SimpleNamespace(method=method, url=url, headers=headers),
            max_age=MAX_AGE,
            expect_tag=TAG,
            require_components=COVERED,
            body=body,
        )
    except HTTPMessageSignaturesException:
        raise Rejected("transport signature") from None


def _by_id(keys: KeySet) -> dict[str, Ed25519PublicKey]:
    usable = [key for key in keys if isinstance(key, OKPKey)]
    pairs = [(str(key.kid), key.public_key) for key in usable]
    return {kid: key for kid, key in pairs if isinstance(key, Ed25519PublicKey)}


def _digest(body: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"
