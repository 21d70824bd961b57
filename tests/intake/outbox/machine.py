"""A model of the outbox in a few lines, and the rules by which the real one is driven."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from intake.outbox.deliveries import Receipt, acknowledge, restart, withdraw
from intake.outbox.destinations import Outcome, Parcel
from intake.outbox.finishing import reap
from intake.outbox.models import OutboxDelivery, OutboxEvent, OutboxSealed
from intake.outbox.states import State
from intake.outbox.wire import SealedBody, sealed_bodies
from intake.partners.models import GateState, PartnerGate
from tests.intake.outbox import factories
from tests.intake.outbox.factories import Clock

PARTNERS = ("isd", "kredietbank")
OUTCOMES = {
    "sent": Outcome.sent(status=202),
    "failed": Outcome.retry("http-500", status=500),
    "refused": Outcome.refused("http-403", status=403),
    "hold": Outcome.hold("no-key"),
}


@dataclass
class Modelled:
    """What we think of one delivery."""

    partner: str
    case_id: UUID
    state: str = "pending"
    fence: int = 0
    refusals: int = 0
    crashes: int = 0
    lease_end: float = 0
    sealed: bool = False
    asked_back: bool = False  # withdrawn while it was on its way


class OutboxMachine(RuleBasedStateMachine):
    """Submit, roll back, claim, crash, report, report late, acknowledge, withdraw, restart."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.model: dict[UUID, Modelled] = {}
        self.hands: list[Parcel] = []  # of workers, who may be late
        self.key_id = "k1"
        self.example = transaction.atomic()

    @initialize()
    def begin(self) -> None:
        self.example.__enter__()
        factories.partners(*PARTNERS)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    @rule(partner=st.sampled_from(PARTNERS), count=st.integers(1, 3))
    def submit(self, partner: str, count: int) -> None:
        for delivery in factories.emitted(partner, count=count, now=self.clock.now):
            case_id = delivery.event.case_id
            assert case_id is not None
            self.model[delivery.id] = Modelled(partner=partner, case_id=case_id)

    @rule(partner=st.sampled_from(PARTNERS))
    def roll_back(self, partner: str) -> None:
        with transaction.atomic():
            factories.emitted(partner, now=self.clock.now)
            transaction.set_rollback(True)

    @rule()
    def claim(self) -> None:
        # Breakers have tests of their own; here every due delivery must be claimable.
        PartnerGate.objects.update(state=GateState.PASSING, retry_at=None)
        OutboxDelivery.objects.in_state(State.PENDING).update(due=self.clock.now)
        claimed = factories.claimed(now=self.clock.now)
        pending = {key for key, one in self.model.items() if one.state == "pending"}
        assert {parcel.id for parcel in claimed} == pending
        for parcel in claimed:
            one = self.model[parcel.id]
            one.state, one.fence = "leased", one.fence + 1
            one.lease_end = self.clock.now.timestamp() + 60
            assert parcel.fence == one.fence
            self.hands.append(parcel)

    @precondition(lambda self: self.hands)
    @rule(data=st.data())
    def seal(self, data: st.DataObject) -> None:
        parcel = data.draw(st.sampled_from(self.hands))
        body = SealedBody(suite="s", key_id=self.key_id, signing_key_id="us", body=b"sealed")
        sealed_bodies(
            parcels=[parcel],
            key_ids={parcel.key: self.key_id},
            seal=lambda _parcel, _payload: body,
            now=self.clock.now,
        )
        one = self.model[parcel.id]
        one.sealed |= one.state == "leased" and one.fence == parcel.fence

    @precondition(lambda self: self.hands)
    @rule(data=st.data(), outcome=st.sampled_from(sorted(OUTCOMES)))
    def report(self, data: st.DataObject, outcome: str) -> None:
        """In time, late, twice, or after somebody else: only the fence decides."""
        parcel = data.draw(st.sampled_from(self.hands))
        one = self.model[parcel.id]
        counts = one.state == "leased" and one.fence == parcel.fence
        counted = factories.reported(parcel, OUTCOMES[outcome], now=self.clock.now)
        assert counted == counts
        if counts:
            self._apply(one, outcome, parcel.attempt)

    @rule(seconds=st.sampled_from([1, 30, 61]))
    def time_passes(self, seconds: int) -> None:
        self.clock.forward(seconds=seconds)

    @rule()
    def reap(self) -> None:
        now = self.clock.now
        late = [
            one
            for one in self.model.values()
            if one.state == "leased" and one.lease_end < now.timestamp()
        ]
        assert reap(now=now) == len(late)
        for one in late:
            one.crashes += 1
            one.state = "dead" if one.crashes >= 5 else "pending"
            self._stop(one)

    @precondition(lambda self: any(one.sealed for one in self.model.values()))
    @rule(data=st.data())
    def acknowledge(self, data: st.DataObject) -> None:
        sealed = sorted(key for key, one in self.model.items() if one.sealed)
        key = data.draw(st.sampled_from(sealed))
        one = self.model[key]
        receipt = Receipt(id=key, sha256=OutboxSealed.objects.get(pk=key).sha256)
        new = acknowledge(partner=one.partner, receipts=[receipt], now=self.clock.now)
        arriving = one.state not in {"acknowledged", "withdrawn"}
        assert len(new) == arriving
        if arriving:
            one.state = "acknowledged"

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        one = self.model[data.draw(st.sampled_from(sorted(self.model)))]
        stopped = withdraw(case_id=one.case_id, now=self.clock.now)
        stoppable = one.state in {"pending", "held", "dead"}
        assert stopped == ([one.partner] if stoppable else [])
        one.asked_back |= one.state == "leased"
        if stoppable:
            one.state = "withdrawn"

    @rule(partner=st.sampled_from(PARTNERS))
    def mend(self, partner: str) -> None:
        stuck = [
            one
            for one in self.model.values()
            if one.partner == partner and one.state in {"held", "dead"}
        ]
        states = [State.HELD, State.DEAD]
        assert restart(partner=partner, states=states, now=self.clock.now) == len(stuck)
        for one in stuck:
            one.state, one.refusals, one.crashes = "pending", 0, 0

    @rule()
    def rotate_key(self) -> None:
        self.key_id = f"k{int(self.key_id[1:]) + 1}"

    @invariant()
    def database_and_model_agree(self) -> None:
        rows = OutboxDelivery.objects.values_list("id", "state", "fence")
        found = {key: (state, fence) for key, state, fence in rows}
        assert found == {key: (one.state, one.fence) for key, one in self.model.items()}
        assert OutboxEvent.objects.count() == len(self.model)

    @invariant()
    def sequences_have_no_gaps(self) -> None:
        for partner in PARTNERS:
            rows = OutboxSealed.objects.filter(partner_id=partner).order_by("sequence")
            numbers = list(rows.values_list("sequence", flat=True))
            assert numbers == list(range(1, len(numbers) + 1))

    def _apply(self, one: Modelled, outcome: str, attempt: int) -> None:
        effects: dict[str, Callable[[], str]] = {
            "sent": lambda: "sent",
            "hold": lambda: "held",
            "failed": lambda: "dead" if attempt > 10 else "pending",
            "refused": lambda: "held" if one.refusals >= 2 else "pending",
        }
        one.crashes = 0
        one.refusals += outcome == "refused"
        one.state = effects[outcome]()
        self._stop(one)

    def _stop(self, one: Modelled) -> None:
        """What was withdrawn on its way ends there, unless it has left."""
        if one.asked_back and one.state != "sent":
            one.state = "withdrawn"
