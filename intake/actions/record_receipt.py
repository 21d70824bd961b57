"""A partner says that it has its messages."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from django.db import transaction

from intake.cases.history import add_event, lock_case
from intake.cases.lifecycle import Actor, TransitionRefused
from intake.cases.status import Status
from intake.outbox.deliveries import Receipt, acknowledge, cases_of


@transaction.atomic(durable=True)
def record_receipt(*, partner: str, receipts: Sequence[Receipt], now: datetime) -> int:
    """Take receipts in, all or none; how many were new. Telling it twice changes nothing.

    1. Lock the cases, then the deliveries: every verb takes locks in that order.
    2. Acknowledge the deliveries; a wrong digest or a foreign id refuses everything.
    3. Tell each case that it has arrived, unless it is further than that already.
    Raises UnknownDelivery, WrongDigest.
    """
    wanted = sorted(cases_of(partner=partner, ids=[receipt.id for receipt in receipts]))
    cases = {case_id: lock_case(case_id=case_id) for case_id in wanted}
    arrived = acknowledge(partner=partner, receipts=receipts, now=now)
    for delivery in arrived:
        if delivery.event.case_id is None:
            continue
        case = cases[delivery.event.case_id]
        with suppress(TransitionRefused):
            add_event(case, status=Status.DELIVERED, by=Actor.PARTNER, recipient=partner, now=now)
    return len(arrived)
