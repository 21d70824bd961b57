"""Several workers at once: nothing is taken twice, nobody waits for anybody."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from intake.outbox.models import OutboxDelivery, OutboxSealed
from intake.outbox.relay import Relay
from intake.outbox.states import State
from intake.outbox.wire import SealedBody, sealed_bodies
from tests.intake.outbox import factories
from tests.intake.outbox.factories import Clock, Postman

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS = 4


def at_once(work: Callable[[], object]) -> None:
    """Run it in every worker, in threads with connections of their own."""
    together = threading.Barrier(WORKERS)

    def run() -> None:
        try:
            together.wait()
            work()
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        for future in [pool.submit(run) for _ in range(WORKERS)]:
            future.result()


def test_every_delivery_is_carried_once() -> None:
    factories.partners("isd", "kredietbank", "leergeld")
    for key in ("isd", "kredietbank", "leergeld"):
        factories.emitted(key, count=40)
    postman = Postman()
    registry = factories.registry(postman=postman)

    at_once(lambda: Relay(registry=registry, clock=Clock()).drain())

    assert len(postman.sent) == len(set(postman.sent)) == 120
    assert OutboxDelivery.objects.in_state(State.SENT).count() == 120
    assert set(OutboxDelivery.objects.values_list("fence", flat=True)) == {1}


def test_sequences_have_no_gaps_whoever_seals() -> None:
    factories.partners("isd")
    deliveries = factories.emitted("isd", count=20)
    parcels = factories.claimed()
    body = SealedBody(suite="s", key_id="k", signing_key_id="us", body=b"sealed")

    def seal_all() -> None:
        sealed_bodies(
            parcels=parcels,
            key_ids={"isd": "k"},
            seal=lambda _parcel, _payload: body,
            now=factories.NOON,
        )

    at_once(seal_all)

    numbers = OutboxSealed.objects.order_by("sequence").values_list("sequence", flat=True)
    assert list(numbers) == list(range(1, len(deliveries) + 1))


@pytest.mark.postgres
def test_a_claim_steps_over_rows_that_another_holds() -> None:
    factories.partners("isd")
    factories.emitted("isd", count=5)
    first = OutboxDelivery.objects.order_by("due", "id").first()
    assert first is not None
    taken: list[int] = []

    def claim_elsewhere() -> None:
        try:
            taken.append(len(factories.claimed()))
        finally:
            connection.close()

    with transaction.atomic():
        OutboxDelivery.objects.select_for_update(no_key=True).get(id=first.id)
        other = threading.Thread(target=claim_elsewhere)
        other.start()
        other.join(timeout=60)
        assert taken == [4], "it neither waits nor takes the held row"
