"""Only whoever holds a partner's key gets in, once per signature, for what was signed."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from http_message_signatures import HTTPMessageSigner
from http_message_signatures.algorithms import ED25519
from http_message_signatures.resolvers import MappingKeyResolver

from intake.partners.models import KeyState, PartnerKey
from tests.intake.delivery.factories import PartnerKeys
from tests.intake.partner_api.factories import BASE, HOST, Caller

pytestmark = pytest.mark.django_db
PATH = "/berichten"
BODY = b'[{"id": "01a200ab-fd91-7447-b4e7-b12a3d9156e4", "sha256": "00"}]'


def signed_by_hand(caller: Caller, *covered: str, **options: Any) -> dict[str, str]:
    """Headers of a GET, covering and claiming what the test says."""
    key = caller.keys.signing
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
        covered_component_ids=covered or ("@method", "@target-uri"),
        **options,
    )
    return headers


def status(caller: Caller, headers: dict[str, str], *, path: str = PATH) -> int:
    return int(caller.send("GET", path, b"", headers).status_code)


def test_without_a_signature_nobody_gets_in(client: Client) -> None:
    answer = client.get(f"{BASE}{PATH}", headers={"host": HOST})
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["WWW-Authenticate"] == 'Signature realm="partner-api"'


def test_a_signature_counts_once(kredietbank: Caller) -> None:
    headers = kredietbank.signed("GET", PATH, b"")
    assert status(kredietbank, headers) == 200
    assert status(kredietbank, headers) == 401


def test_one_without_a_nonce_counts_once_too(kredietbank: Caller) -> None:
    headers = signed_by_hand(kredietbank)
    assert status(kredietbank, headers) == 200
    assert status(kredietbank, headers) == 401


def test_a_nonce_counts_once_whatever_it_signs(kredietbank: Caller) -> None:
    now = datetime.now(UTC)
    assert status(kredietbank, signed_by_hand(kredietbank, nonce="n", created=now)) == 200
    earlier = now - timedelta(seconds=5)
    assert status(kredietbank, signed_by_hand(kredietbank, nonce="n", created=earlier)) == 401


def test_it_counts_for_the_address_it_was_made_for(kredietbank: Caller) -> None:
    headers = kredietbank.signed("GET", PATH, b"")
    assert status(kredietbank, headers, path=f"{PATH}?na=5") == 401


@pytest.mark.parametrize("minutes", [-6, 2])
def test_it_must_be_of_now(kredietbank: Caller, minutes: int) -> None:
    created = datetime.now(UTC) + timedelta(minutes=minutes)
    assert status(kredietbank, signed_by_hand(kredietbank, created=created)) == 401


@pytest.mark.parametrize("covered", ["@method", "@target-uri"])
def test_it_must_cover_method_and_address(kredietbank: Caller, covered: str) -> None:
    assert status(kredietbank, signed_by_hand(kredietbank, covered)) == 401


def test_a_body_must_be_the_one_that_was_signed(kredietbank: Caller) -> None:
    headers = kredietbank.signed("POST", "/ontvangsten", BODY)
    changed = BODY.replace(b"00", b"01")
    assert kredietbank.send("POST", "/ontvangsten", changed, headers).status_code == 401


def test_a_body_must_be_signed_at_all(kredietbank: Caller) -> None:
    headers = kredietbank.signed("POST", "/ontvangsten", b"")
    answer = kredietbank.send(
        "POST", "/ontvangsten", BODY, {**headers, "content-type": "application/json"}
    )
    assert answer.status_code == 401


def test_an_unknown_key_opens_nothing(kredietbank: Caller) -> None:
    stranger = Caller(keys=PartnerKeys(), client=kredietbank.client)
    assert stranger.get(PATH).status_code == 401


def test_a_revoked_key_opens_nothing_and_a_retiring_one_still_does(kredietbank: Caller) -> None:
    keys = PartnerKey.objects.filter(kid=kredietbank.keys.signing.kid)
    keys.update(state=KeyState.RETIRING)
    assert kredietbank.get(PATH).status_code == 200
    keys.update(state=KeyState.REVOKED)
    assert kredietbank.get(PATH).status_code == 401


def test_a_key_for_sealing_does_not_sign(kredietbank: Caller) -> None:
    PartnerKey.objects.filter(use="sig").delete()
    assert kredietbank.get(PATH).status_code == 401
