"""What the courier does with a partner that lacks something, fetches, or has a new key."""

from datetime import timedelta

import pytest
from django.utils import timezone

from intake.delivery import courier
from intake.delivery.courier import PartnerCourier
from intake.outbox.destinations import Letter, Outcome, Parcel
from intake.outbox.finishing import reap
from intake.outbox.models import OutboxEvent, OutboxSealed
from intake.partners.keys import encryption_keys
from portal.demo.partner.open_message import open_body
from tests.intake.delivery import factories
from tests.intake.outbox import factories as outbox

pytestmark = pytest.mark.django_db
ADDRESS = "https://kredietbank.example/berichten"


def claimed(partner: str = "kredietbank") -> Parcel:
    outbox.emitted(partner, payload=factories.document())
    [parcel] = outbox.claimed(now=timezone.now())
    return parcel


def prepared(parcel: Parcel) -> Letter | Outcome:
    return PartnerCourier().prepare([parcel], now=timezone.now())[parcel.id]


def test_without_a_key_it_is_held_and_gets_no_number() -> None:
    outbox.partners("kredietbank")
    assert prepared(claimed()) == Outcome.hold("no-key")
    assert not OutboxSealed.objects.exists()


def test_for_a_partner_that_fetches_it_is_sent_when_it_lies_ready() -> None:
    factories.configured()
    assert prepared(claimed()) == Outcome.sent()
    assert OutboxSealed.objects.get().sequence == 1


def test_a_second_try_has_the_same_body_and_a_new_signature() -> None:
    factories.configured(address=ADDRESS)
    parcel = claimed()
    first, second = prepared(parcel), prepared(parcel)
    assert isinstance(first, Letter)
    assert isinstance(second, Letter)
    assert first.body == second.body
    assert first.headers["Signature"] != second.headers["Signature"]


def test_for_a_new_key_it_is_sealed_anew_under_the_same_number() -> None:
    factories.configured(address=ADDRESS)
    parcel = claimed()
    former = prepared(parcel)
    keys = factories.configured(address=ADDRESS)
    letter = prepared(parcel)
    assert isinstance(former, Letter)
    assert isinstance(letter, Letter)
    assert letter.body != former.body
    assert letter.headers["ce-sequence"] == former.headers["ce-sequence"] == "1"
    assert open_body(letter.body, private_keys=keys.private, sender_keys=factories.sender_keys())


def test_a_worker_that_was_frozen_does_not_seal_over_a_newer_body(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    factories.configured(address=ADDRESS)
    stale = claimed()
    former = encryption_keys(["kredietbank"])
    factories.configured(address=ADDRESS)
    later = timezone.now() + timedelta(seconds=61)
    reap(now=later)
    [current] = outbox.claimed(now=later)
    newer = prepared(current)

    monkeypatch.setattr(courier, "encryption_keys", lambda _partners: former)
    assert prepared(stale) == Outcome.hold("overtaken")
    assert isinstance(newer, Letter)
    assert bytes(OutboxSealed.objects.get().body) == newer.body


def test_a_payload_that_was_tampered_with_is_held_and_stops_no_other() -> None:
    factories.configured(address=ADDRESS)
    outbox.emitted("kredietbank", count=2, payload=factories.document())
    broken, whole = outbox.claimed(now=timezone.now())
    event = OutboxEvent.objects.get(id=broken.event_id)
    event.payload = OutboxEvent.objects.get(id=whole.event_id).payload
    event.save()
    results = PartnerCourier().prepare([broken, whole], now=timezone.now())
    assert results[broken.id] == Outcome.hold("unsealable")
    assert isinstance(results[whole.id], Letter)
