"""A request without a nonce counts once, however its headers are written."""

from types import SimpleNamespace

import pytest
from http_message_signatures import HTTPMessageSigner
from http_message_signatures.algorithms import ED25519
from http_message_signatures.resolvers import MappingKeyResolver

from tests.intake.partner_api.factories import BASE, HOST, Caller

pytestmark = pytest.mark.django_db
PATH = "/berichten"


def test_another_label_makes_no_new_request_of_it(kredietbank: Caller) -> None:
    key = kredietbank.keys.signing
    headers: dict[str, str] = {}
    HTTPMessageSigner(
        signature_algorithm=ED25519,
        key_resolver=MappingKeyResolver(
            public_keys={},
            private_keys={str(key.kid): key.private_key},  # type: ignore[dict-item]
        ),
    ).sign(
        SimpleNamespace(method="GET", url=f"http://{HOST}{BASE}{PATH}", headers=headers),
        key_id=str(key.kid),
        label="first",
        covered_component_ids=("@method", "@target-uri"),
    )
    relabelled = {name: value.replace("first=", "second=") for name, value in headers.items()}

    assert kredietbank.send("GET", PATH, b"", headers).status_code == 200
    assert kredietbank.send("GET", PATH, b"", relabelled).status_code == 401
