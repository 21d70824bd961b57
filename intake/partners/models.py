"""Chain partners: where and how each gets its messages, its keys, and its gate."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q


class DeliveryMode(models.TextChoices):
    """PUSH: we post to its address. INBOX: it fetches, because it has no address."""

    PUSH = "push"
    INBOX = "inbox"


class Suite(models.TextChoices):
    """How a message is sealed; a partner's suite decides for all of its messages."""

    MODERN_1 = "modern-1"


class Partner(models.Model):
    """A recipient of the catalogue as the outside world: address, suite, networks.

    `key` is the recipient's key and never changes. `allow_networks`: CIDR texts of
    networks that are otherwise forbidden for deliveries (own network, loopback),
    and where plain http is therefore allowed.
    """

    key = models.CharField(primary_key=True, max_length=100)
    name = models.CharField(max_length=200)
    delivery = models.CharField(max_length=10, choices=DeliveryMode, default=DeliveryMode.INBOX)
    address = models.CharField(max_length=500, blank=True)
    suite = models.CharField(max_length=20, choices=Suite, default=Suite.MODERN_1)
    allow_networks = models.JSONField(default=list)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(key="") & ~Q(name=""), name="partners_named"),
            models.CheckConstraint(condition=Q(suite__in=Suite.values), name="partners_suite"),
            models.CheckConstraint(
                condition=(Q(delivery=DeliveryMode.PUSH) & ~Q(address=""))
                | Q(delivery=DeliveryMode.INBOX, address=""),
                name="partners_push_has_address",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class KeyUse(models.TextChoices):
    """SIGNATURE: the partner signs requests with it. ENCRYPTION: we seal for it."""

    SIGNATURE = "sig"
    ENCRYPTION = "enc"


class KeyState(models.TextChoices):
    """NEXT: announced. ACTIVE: used. RETIRING: still accepted. REVOKED: never again."""

    NEXT = "next"
    ACTIVE = "active"
    RETIRING = "retiring"
    REVOKED = "revoked"


class PartnerKeyQuerySet(models.QuerySet["PartnerKey"]):
    """Vocabulary for keys."""

    def sealing(self) -> Self:
        """The keys that new messages are sealed for."""
        return self.filter(use=KeyUse.ENCRYPTION, state=KeyState.ACTIVE)

    def verifying(self) -> Self:
        """The keys a partner's request may be signed with."""
        return self.filter(use=KeyUse.SIGNATURE, state__in=[KeyState.ACTIVE, KeyState.RETIRING])


class PartnerKey(models.Model):
    """A partner's public key. `jwk` never holds a private part."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="keys")
    kid = models.CharField(max_length=200)
    use = models.CharField(max_length=3, choices=KeyUse)
    jwk = models.JSONField()
    state = models.CharField(max_length=10, choices=KeyState, default=KeyState.ACTIVE)
    created_at = models.DateTimeField()

    objects = PartnerKeyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(kid=""), name="partners_key_has_id"),
            models.CheckConstraint(condition=Q(use__in=KeyUse.values), name="partners_key_use"),
            models.CheckConstraint(
                condition=Q(state__in=KeyState.values), name="partners_key_state"
            ),
            models.UniqueConstraint(fields=["partner", "use", "kid"], name="partners_key_once"),
            models.UniqueConstraint(
                fields=["partner", "use"],
                condition=Q(state=KeyState.ACTIVE),
                name="partners_one_active_key",
            ),
            # A request names only its key, so that must tell whose it is.
            models.UniqueConstraint(
                fields=["kid"],
                condition=Q(use=KeyUse.SIGNATURE),
                name="partners_signing_key_is_of_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id} {self.use} {self.kid}"


class GateState(models.TextChoices):
    """PASSING: traffic. TRIPPED: the breaker waits. PROBING: one is under way. SHUT: by 410."""

    PASSING = "passing"
    TRIPPED = "tripped"
    PROBING = "probing"
    SHUT = "shut"


class PartnerGateQuerySet(models.QuerySet["PartnerGate"]):
    """Vocabulary for gates."""

    def passing(self) -> Self:
        """Gates that let everything through."""
        return self.filter(state=GateState.PASSING)

    def due_for_probe(self, now: datetime) -> Self:
        """Gates that may let one through, to see whether the partner is back."""
        return self.filter(state__in=[GateState.TRIPPED, GateState.PROBING], retry_at__lte=now)


class PartnerGate(models.Model):
    """The breaker in front of a partner, and the last number of its message sequence.

    `last_sequence` is given out under this row's lock, so that it has no gaps.
    """

    partner = models.OneToOneField(
        Partner, on_delete=models.CASCADE, primary_key=True, related_name="gate"
    )
    state = models.CharField(max_length=10, choices=GateState, default=GateState.PASSING)
    retry_at = models.DateTimeField(null=True)
    trips = models.PositiveIntegerField(default=0)
    consecutive_failures = models.PositiveIntegerField(default=0)
    window_started_at = models.DateTimeField(null=True)
    window_total = models.PositiveIntegerField(default=0)
    window_failed = models.PositiveIntegerField(default=0)
    quota = models.PositiveSmallIntegerField(default=20)
    last_sequence = models.PositiveBigIntegerField(default=0)

    objects = PartnerGateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=GateState.values), name="partners_gate_state"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[GateState.TRIPPED, GateState.PROBING], retry_at__isnull=False
                )
                | Q(state__in=[GateState.PASSING, GateState.SHUT], retry_at__isnull=True),
                name="partners_gate_retries",
            ),
            models.CheckConstraint(
                condition=Q(window_failed__lte=models.F("window_total")),
                name="partners_gate_window",
            ),
            models.CheckConstraint(condition=Q(quota__gte=1), name="partners_gate_quota"),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id} {self.state}"
