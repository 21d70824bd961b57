"""Sealing a document for a partner: signed by us, then encrypted for its key.

Suite `modern-1`: a compact JWS (Ed25519) inside a compact JWE (ECDH-ES+A256KW on
X25519, A256GCM). joserfc's limits are for tokens; ours are for documents.
"""

from collections.abc import Callable, Mapping
from typing import Any

from joserfc import jwe, jws
from joserfc.jwe import JWERegistry
from joserfc.jwk import OKPKey
from joserfc.jws import JWSRegistry

from intake.outbox.wire import SealedBody
from intake.partners.keys import PublicKey
from intake.partners.models import Suite

LARGEST_BODY = 256 * 1024


class _DocumentJWS(JWSRegistry):
    max_payload_length = LARGEST_BODY


class _DocumentJWE(JWERegistry):
    max_ciphertext_length = LARGEST_BODY


_JWS = _DocumentJWS(algorithms=["Ed25519"])
_JWE = _DocumentJWE(algorithms=["ECDH-ES+A256KW", "A256GCM"])


class BodyTooLarge(Exception):
    """More than a message may be; `document` keeps documents well below it."""


def seal(document: bytes, *, suite: Suite, recipient: PublicKey, signer: OKPKey) -> SealedBody:
    """Sign and encrypt. Raises BodyTooLarge."""
    body = _SUITES[suite](document, recipient.jwk, signer)
    if len(body) > LARGEST_BODY:
        raise BodyTooLarge(f"{len(body)} bytes")
    return SealedBody(
        suite=suite.value,
        key_id=recipient.kid,
        signing_key_id=str(signer.kid),
        body=body,
    )


def _modern_1(document: bytes, recipient: dict[str, Any], signer: OKPKey) -> bytes:
    signed = jws.serialize_compact(
        {"alg": "Ed25519", "kid": str(signer.kid)}, document, signer, registry=_JWS
    )
    header = {
        "alg": "ECDH-ES+A256KW",
        "enc": "A256GCM",
        "kid": recipient["kid"],
        "cty": "JOSE",
    }
    key = OKPKey.import_key(recipient)
    return jwe.encrypt_compact(header, signed, key, registry=_JWE).encode("ascii")


_SUITES: Mapping[Suite, Callable[[bytes, dict[str, Any], OKPKey], bytes]] = {
    Suite.MODERN_1: _modern_1,
}
