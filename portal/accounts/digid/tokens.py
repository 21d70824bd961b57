"""What an ID token must say before we believe it (OpenID Connect Core 1.0, §3.1.3.7)."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from stdnum.nl import bsn as bsn_number

from intake.submissions.assurance import Assurance

ALGORITHMS: Final = ("PS256", "RS256", "ES256")
BSN_CLAIM: Final = "urn:nl-eid-gdi:1.0:BSN"
CLOCK_LEEWAY: Final = timedelta(seconds=30)
ISSUED_WITHIN: Final = timedelta(minutes=5)
AUTHENTICATED_WITHIN: Final = timedelta(minutes=10)
SUBJECT_LENGTH: Final = 191  # what allauth's column holds

# eIDAS levels as brokers write them in `acr`, and what we call them. A level that is
# absent here is refused: "midden" and "basis" do not open anything.
SUBSTANTIAL: Final = "http://eidas.europa.eu/LoA/substantial"
HIGH: Final = "http://eidas.europa.eu/LoA/high"
LEVELS: Final[Mapping[str, Assurance]] = {
    SUBSTANTIAL: Assurance.SUBSTANTIAL,
    HIGH: Assurance.SUBSTANTIAL,
}


class TokenRefused(Exception):
    """The broker's answer does not prove who this is. Names the rules, never the values."""

    def __init__(self, *rules: str) -> None:
        super().__init__(", ".join(rules))
        self.rules = rules


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What we asked for, and whom."""

    issuer: str
    client_id: str
    nonce: str


@dataclass(frozen=True, kw_only=True)
class Proof:
    """Who logged in. `subject` is the broker's opaque name for the person."""

    subject: str
    bsn: str


def read(token: str, *, keys: KeySet, expected: Expected, now: datetime) -> dict[str, Any]:
    """The claims of a token whose signature and every claim hold. Raises TokenRefused."""
    try:
        claims = jwt.decode(token, keys, algorithms=list(ALGORITHMS)).claims
    except (JoseError, ValueError):
        raise TokenRefused("signature") from None
    refused = [rule for rule, holds in _rules(claims, expected, now).items() if not holds]
    if refused:
        raise TokenRefused(*refused)
    return claims


def prove(claims: Mapping[str, Any], userinfo: Mapping[str, Any]) -> Proof:
    """Join the signed claims with the broker's userinfo. Raises TokenRefused.

    Some brokers give the BSN in the token and some in userinfo; both must be about
    the same subject, and the signed one wins.
    """
    if userinfo.get("sub") != claims["sub"]:
        raise TokenRefused("sub of userinfo")
    bsn = str(claims.get(BSN_CLAIM) or userinfo.get(BSN_CLAIM) or "")
    if not bsn_number.is_valid(bsn):
        raise TokenRefused("bsn")
    return Proof(subject=claims["sub"], bsn=bsn_number.compact(bsn))


def _rules(claims: Mapping[str, Any], expected: Expected, now: datetime) -> dict[str, bool]:
    subject, nonce = claims.get("sub"), claims.get("nonce")
    return {
        "iss": claims.get("iss") == expected.issuer,
        "aud": claims.get("aud") in (expected.client_id, [expected.client_id]),
        "azp": claims.get("azp", expected.client_id) == expected.client_id,
        "sub": isinstance(subject, str) and 0 < len(subject) <= SUBJECT_LENGTH,
        "nonce": isinstance(nonce, str) and secrets.compare_digest(nonce, expected.nonce),
        "acr": claims.get("acr") in LEVELS,
        "exp": _moment(claims, "exp") > now - CLOCK_LEEWAY,
        "iat": _recent(claims, "iat", now=now, within=ISSUED_WITHIN),
        "auth_time": _recent(claims, "auth_time", now=now, within=AUTHENTICATED_WITHIN),
    }


def _recent(claims: Mapping[str, Any], name: str, *, now: datetime, within: timedelta) -> bool:
    return now - within - CLOCK_LEEWAY <= _moment(claims, name) <= now + CLOCK_LEEWAY


def _moment(claims: Mapping[str, Any], name: str) -> datetime:
    """A NumericDate claim; the beginning of time when it is absent or no number."""
    value = claims.get(name)
    if isinstance(value, int) and 0 <= value < datetime.max.replace(tzinfo=UTC).timestamp():
        return datetime.fromtimestamp(value, UTC)
    return datetime.min.replace(tzinfo=UTC)
