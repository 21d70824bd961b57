"""What others may know of the outbox: states, numbers, and what is left after a while."""

import json
import uuid
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries

from intake.actions.purge_messages import purge_messages
from intake.outbox.deliveries import Receipt, acknowledge
from intake.outbox.destinations import Destination, Outcome
from intake.outbox.events import emit, open_payload
from intake.outbox.models import OutboxDelivery, OutboxEvent, OutboxSealed
from intake.outbox.queries import delivery_states
from intake.outbox.states import State
from intake.outbox.status import status
from intake.outbox.transitions import KEPT_AFTER_RECEIPT
from intake.outbox.wire import SealedBody, sealed_bodies
from intake.vault.sealing import Opening
from tests.intake.cases.factories import case
from tests.intake.outbox import factories
from tests.intake.outbox.factories import NOON

pytestmark = pytest.mark.django_db
KEYS = ["accepted", *State.values, "unaccounted", "oldest_pending_seconds"]


def accepted(partner: str = "isd") -> OutboxDelivery:
    """A delivery as submit makes it: of a case, for its recipient."""
    made = case(partner)
    event = factories.new_event(Destination("partner", partner), case_id=made.id)
    return emit(event=event, now=NOON).deliveries.get()


def acknowledged(delivery: OutboxDelivery) -> None:
    parcels = factories.claimed()
    body = SealedBody(suite="s", key_id="k", signing_key_id="us", body=b"sealed")
    sealed_bodies(
        parcels=parcels, key_ids={"isd": "k"}, seal=lambda _parcel, _payload: body, now=NOON
    )
    for parcel in parcels:
        factories.reported(parcel, Outcome.sent())
    receipt = Receipt(id=delivery.id, sha256=OutboxSealed.objects.get(pk=delivery.id).sha256)
    acknowledge(partner="isd", receipts=[receipt], now=NOON)


def test_every_case_is_accounted_for() -> None:
    factories.partners("isd")
    for _ in range(3):
        accepted()
    [first, *_] = factories.claimed()
    factories.reported(first, Outcome.sent())
    numbers = status(now=NOON + timedelta(seconds=90))
    assert list(numbers) == KEYS
    assert (numbers["accepted"], numbers["sent"], numbers["leased"]) == (3, 1, 2)
    assert (numbers["unaccounted"], numbers["oldest_pending_seconds"]) == (0, 0)


def test_cases_and_deliveries_are_counted_at_one_moment(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    factories.partners("isd")
    accepted()
    with django_assert_num_queries(2):  # the other one is about the oldest
        assert status(now=NOON)["unaccounted"] == 0


def test_receipts_and_mails_are_not_counted() -> None:
    emit(event=factories.new_event(Destination("receipt"), Destination("mail")), now=NOON)
    assert sum(status(now=NOON).values()) == 0


def test_the_oldest_pending_has_an_age() -> None:
    factories.partners("isd")
    accepted()
    assert status(now=NOON + timedelta(minutes=2))["oldest_pending_seconds"] == 120


def test_a_case_that_is_missing_is_an_alarm() -> None:
    case("isd")
    out = StringIO()
    with pytest.raises(CommandError, match="1 accepted"):
        call_command("outbox_status", "--json", stdout=out)
    assert json.loads(out.getvalue())["unaccounted"] == 1


def test_the_command_prints_one_json_object() -> None:
    out = StringIO()
    call_command("outbox_status", "--json", stdout=out)
    assert list(json.loads(out.getvalue())) == KEYS


def test_states_by_case_and_recipient() -> None:
    factories.partners("isd")
    delivery = accepted()
    case_id = delivery.event.case_id
    assert case_id is not None
    assert delivery_states([case_id])[case_id, "isd"].state is State.PENDING
    acknowledged(delivery)
    view = delivery_states([case_id, uuid.uuid4()])[case_id, "isd"]
    assert (view.state, view.sent_at, view.acknowledged_at) == (State.ACKNOWLEDGED, NOON, NOON)


def test_content_goes_thirty_days_after_the_receipt_and_never_before_it() -> None:
    factories.partners("isd")
    kept, gone = accepted(), accepted()
    acknowledged(gone)
    assert purge_messages(now=NOON + KEPT_AFTER_RECEIPT - timedelta(seconds=1)) == 0
    assert purge_messages(now=NOON + KEPT_AFTER_RECEIPT) == 1
    assert purge_messages(now=NOON + timedelta(days=365)) == 0

    opening = Opening(actor="user:x", purpose="test", subject="case:x", at=NOON)
    events = OutboxEvent.objects.select_related("data_key")
    assert open_payload(event=events.get(id=kept.event_id), opening=opening) == b"x"
    purged = events.get(id=gone.event_id)
    assert purged.payload is None
    assert purged.data_key is not None
    assert purged.data_key.wrapped is None
    assert bytes(OutboxSealed.objects.get(pk=gone.id).body) == b""
