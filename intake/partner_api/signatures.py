"""Who asks: a request signed with a partner's key (RFC 9421), at most five minutes old.

The signature must cover the method, the whole address and, when there is a body, its
digest and type. Every nonce counts once.
"""

import hashlib
import json
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import structlog
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.core.cache import cache
from django.http import HttpRequest
from http_message_signatures import HTTPMessageVerifier
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException
from http_message_signatures.resolvers import HTTPSignatureKeyResolver
from http_message_signatures.structures import VerifyResult
from joserfc.jwk import OKPKey
from ninja.security import APIKeyHeader

from intake.partners.keys import signing_key

MAX_AGE = timedelta(minutes=5)
CLOCK_SKEW = timedelta(seconds=30)
COVERED = ("@method", "@target-uri")
COVERED_WITH_BODY = (*COVERED, "content-digest", "content-type")

log = structlog.get_logger(__name__)


class SignedRequest(APIKeyHeader):
    """Ninja's authentication: the partner's key when the signature holds, else None."""

    param_name = "Signature"

    def authenticate(self, request: HttpRequest, key: str | None) -> str | None:
        """Verify the whole request; what is wrong with it goes into the log only."""
        if not key:
            return None
        partners = _Partners()
        try:
            [result] = _Verifier(signature_algorithm=ED25519, key_resolver=partners).verify(
                _message(request),
                max_age=MAX_AGE,
                require_components=COVERED_WITH_BODY if request.body else COVERED,
                body=request.body,
            )
        except (HTTPMessageSignaturesException, ValueError) as error:
            log.warning("partner_api.signature", partner=partners.partner, error=str(error))
            return None
        if not _first_time(result):
            log.warning("partner_api.replay", partner=partners.partner)
            return None
        return partners.partner


class _Verifier(HTTPMessageVerifier):
    max_clock_skew = CLOCK_SKEW


class _Partners(HTTPSignatureKeyResolver):
    """Finds the public key, and remembers whose it is."""

    partner: str | None = None

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey | None:
        found = signing_key(key_id)
        if found is None:
            return None
        self.partner, key = found
        public = OKPKey.import_key(key.jwk).public_key
        return public if isinstance(public, Ed25519PublicKey) else None


def _message(request: HttpRequest) -> SimpleNamespace:
    return SimpleNamespace(
        method=request.method,
        url=request.build_absolute_uri(),
        headers={name.lower(): value for name, value in request.headers.items()},
    )


def _first_time(result: VerifyResult) -> bool:
    """Whether this nonce of this key is new; a request without one may come once at all.

    Known by what was signed: the label and the spelling of the headers are not.
    """
    parameters: dict[str, Any] = result.parameters
    signed = result.nonce or json.dumps([[*result.covered_components.items()], parameters])
    digest = hashlib.sha256(f"{parameters['keyid']}|{signed}".encode()).hexdigest()
    lifetime = MAX_AGE + 2 * CLOCK_SKEW
    return bool(cache.add(f"partner-nonce:{digest}", 1, timeout=lifetime.total_seconds()))
