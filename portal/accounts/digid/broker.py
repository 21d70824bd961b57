"""The configured broker: what it publishes about itself, and its keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import requests
from django.conf import settings
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

WELL_KNOWN: Final = "/.well-known/openid-configuration"
SECONDS: Final = 5


class BrokerUnreliable(Exception):
    """The broker is down, or what it publishes is not what was configured."""


@dataclass(frozen=True, kw_only=True)
class Broker:
    """The addresses of the configured issuer, and whether its redirects name the issuer."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    userinfo_endpoint: str
    jwks_uri: str
    names_itself: bool


def discover() -> Broker:
    """Ask the configured issuer for its addresses. Raises BrokerUnreliable.

    The document must name the issuer we configured: else another party's document
    would decide whose tokens we believe (OpenID Connect Discovery 1.0, §4.3).
    """
    document = fetch(settings.DIGID_ISSUER + WELL_KNOWN)
    if document.get("issuer") != settings.DIGID_ISSUER:
        raise BrokerUnreliable("the document names another issuer")
    try:
        return Broker(
            issuer=document["issuer"],
            authorization_endpoint=document["authorization_endpoint"],
            token_endpoint=document["token_endpoint"],
            userinfo_endpoint=document["userinfo_endpoint"],
            jwks_uri=document["jwks_uri"],
            names_itself=bool(document.get("authorization_response_iss_parameter_supported")),
        )
    except KeyError as missing:
        raise BrokerUnreliable(f"the document lacks {missing}") from None


def keys(broker: Broker) -> KeySet:
    """The broker's keys of this moment, so that its rotation needs nothing from us."""
    try:
        return KeySet.import_key_set(fetch(broker.jwks_uri))  # type: ignore[arg-type]
    except (JoseError, ValueError, KeyError):
        raise BrokerUnreliable("the keys cannot be read") from None


def fetch(address: str, *, bearer: str = "") -> Mapping[str, Any]:
    """A JSON object from the broker. Redirects are not followed. Raises BrokerUnreliable."""
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    try:
        answer = requests.get(address, headers=headers, timeout=SECONDS, allow_redirects=False)
        content = answer.json() if answer.status_code == requests.codes.ok else None
    except requests.RequestException:
        raise BrokerUnreliable("no answer") from None
    if not isinstance(content, dict):
        raise BrokerUnreliable("not the answer that was asked for")
    return content
