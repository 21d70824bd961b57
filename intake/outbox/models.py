"""The outbox's tables: what happened, to whom it must go, the sealed body, every try.

Foreign keys have no index of their own where a constraint's index serves already.
"""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from intake.outbox.states import KIND_PARTNER, State
from intake.partners.models import Partner
from intake.vault.models import DataKey


class OutboxEvent(models.Model):
    """Something that happened and must be told. Written in the transaction that did it.

    `case_id` and `submission_id` are plain ids: the outbox outlives neither and
    never joins them. `payload` is sealed with a data key of its own; destroying
    that key is deleting the payload.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    type = models.CharField(max_length=100)
    case_id = models.UUIDField(null=True, db_index=True)
    submission_id = models.UUIDField(db_index=True)
    occurred_at = models.DateTimeField()
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, null=True, related_name="+")
    payload = models.BinaryField(null=True)
    idempotency_key = models.CharField(max_length=200, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(type="") & ~Q(idempotency_key=""), name="outbox_event_named"
            ),
            models.CheckConstraint(
                condition=Q(payload__isnull=True) | Q(data_key__isnull=False),
                name="outbox_payload_is_sealed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.id}"


class OutboxDeliveryQuerySet(models.QuerySet["OutboxDelivery"]):
    """Vocabulary for deliveries."""

    def in_state(self, state: State) -> Self:
        """Those in one state."""
        return self.filter(state=state)

    def to_partners(self) -> Self:
        """Those that leave the house."""
        return self.filter(kind=KIND_PARTNER)

    def of_partner(self, partner: str) -> Self:
        """Those of one partner."""
        return self.filter(partner_id=partner)

    def lease_expired(self, now: datetime) -> Self:
        """Those whose worker has not come back in time."""
        return self.filter(state=State.LEASED, lease_until__lt=now)


class OutboxDelivery(models.Model):
    """One event on its way to one destination; narrow, because it is hot.

    `fence` goes up at every claim, and whoever reports a result must name the
    fence it claimed with. `attempts`, `refusals` and `crashes` count since the
    delivery was last (re)started; `reason` is a code, never a text from outside.
    `withdraw_asked_at`: it was on its way when its case was withdrawn; unless it has
    arrived, it ends there.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(OutboxEvent, on_delete=models.PROTECT, related_name="deliveries")
    kind = models.CharField(max_length=20)
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, related_name="deliveries", db_index=False
    )
    state = models.CharField(max_length=12, choices=State, default=State.PENDING)
    due = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    refusals = models.PositiveSmallIntegerField(default=0)
    crashes = models.PositiveSmallIntegerField(default=0)
    fence = models.PositiveBigIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=60, blank=True)
    purge_at = models.DateTimeField(null=True)
    withdraw_asked_at = models.DateTimeField(null=True)

    objects = OutboxDeliveryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="outbox_state"),
            models.CheckConstraint(condition=~Q(kind=""), name="outbox_has_kind"),
            models.CheckConstraint(
                condition=Q(kind=KIND_PARTNER, partner__isnull=False)
                | (~Q(kind=KIND_PARTNER) & Q(partner__isnull=True)),
                name="outbox_only_partners_are_outside",
            ),
            models.UniqueConstraint(
                fields=["event", "partner"],
                condition=Q(partner__isnull=False),
                name="outbox_partner_once",
            ),
            models.UniqueConstraint(
                fields=["event", "kind"],
                condition=Q(partner__isnull=True),
                name="outbox_local_once",
            ),
            models.CheckConstraint(
                condition=Q(state=State.LEASED, lease_until__isnull=False)
                | (~Q(state=State.LEASED) & Q(lease_until__isnull=True)),
                name="outbox_leased_until",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.SENT, State.ACKNOWLEDGED]) | Q(sent_at__isnull=False),
                name="outbox_sent_when",
            ),
            models.CheckConstraint(
                condition=Q(state=State.ACKNOWLEDGED, acknowledged_at__isnull=False)
                | (~Q(state=State.ACKNOWLEDGED) & Q(acknowledged_at__isnull=True)),
                name="outbox_acknowledged_when",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.HELD, State.DEAD]) | ~Q(reason=""),
                name="outbox_stuck_says_why",
            ),
            # The clock of deletion never starts before the partner has it.
            models.CheckConstraint(
                condition=Q(purge_at__isnull=True)
                | Q(state=State.WITHDRAWN)
                | Q(state=State.ACKNOWLEDGED, purge_at__gte=F("acknowledged_at")),
                name="outbox_purged_after_receipt",
            ),
        ]
        indexes = [
            models.Index(
                fields=["kind", "partner", "due", "id"],
                condition=Q(state=State.PENDING),
                name="outbox_due",
            ),
            models.Index(
                fields=["lease_until"],
                condition=Q(state=State.LEASED),
                name="outbox_leased",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.partner_id or ''} {self.state}"


class OutboxSealed(models.Model):
    """The body as it goes over the wire, sealed once, and its place in the partner's sequence.

    When the partner's key has changed before it was sent, the body is sealed anew;
    the sequence number stays. `receiver_reference`: what the partner calls it.
    """

    delivery = models.OneToOneField(
        OutboxDelivery, on_delete=models.PROTECT, primary_key=True, related_name="sealed"
    )
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+", db_index=False)
    sequence = models.PositiveBigIntegerField()
    suite = models.CharField(max_length=20)
    key_id = models.CharField(max_length=200)
    signing_key_id = models.CharField(max_length=200)
    body = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    receiver_reference = models.CharField(max_length=100, blank=True)
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partner", "sequence"], name="outbox_sequence_once"),
            models.CheckConstraint(condition=Q(sequence__gte=1), name="outbox_sequence_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id} {self.sequence}"


class OutboxAttempt(models.Model):
    """One try: when, how long, how it ended. Never a payload, never text from outside."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    delivery = models.ForeignKey(
        OutboxDelivery, on_delete=models.CASCADE, related_name="attempt_log", db_index=False
    )
    number = models.PositiveIntegerField()
    fence = models.PositiveBigIntegerField()
    started_at = models.DateTimeField()
    milliseconds = models.PositiveIntegerField()
    status = models.PositiveSmallIntegerField(null=True)
    result = models.CharField(max_length=12)
    reason = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["delivery", "fence"], name="outbox_attempt_once")
        ]

    def __str__(self) -> str:
        return f"{self.delivery_id} {self.fence} {self.result}"
