"""Cases, who gets them, and their append-only history."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from uuid_utils.compat import uuid7

from intake.audit.appending import AppendOnlyQuerySet
from intake.cases.status import Status
from intake.questionnaire.codes import Kind
from intake.submissions.assurance import Assurance
from intake.submissions.models import Submission


class CaseQuerySet(models.QuerySet["Case"]):
    """Vocabulary for cases."""

    def owned_by(self, user_id: uuid.UUID) -> Self:
        """One resident's."""
        return self.filter(submission__owner_id=user_id)

    def sent_to(self, recipient: str) -> Self:
        """Those one chain partner gets."""
        return self.filter(recipients__recipient=recipient)

    def opened_by(self, assurance: str) -> Self:
        """Those that a session at this level may open."""
        levels = [level for level in Assurance if Assurance(assurance).covers(level)]
        return self.filter(submission__assurance__in=levels)

    def open(self) -> Self:
        """Not withdrawn, and not finished at every recipient."""
        done = StatusEvent.objects.filter(
            case=OuterRef("case"), recipient=OuterRef("recipient"), status=Status.DONE
        )
        busy = CaseRecipient.objects.filter(~Exists(done), case=OuterRef("pk"))
        withdrawn = StatusEvent.objects.filter(case=OuterRef("pk"), status=Status.WITHDRAWN)
        return self.filter(Exists(busy), ~Exists(withdrawn))


class Case(models.Model):
    """One topic of a submission, with what it is in law and by when something must happen.

    `terms`: a list of {"name", "until"}, Amsterdam dates in ISO form.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="cases")
    position = models.PositiveSmallIntegerField()
    topic = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    law = models.CharField(max_length=200)
    upl = models.CharField(max_length=200, blank=True)
    reference = models.CharField(max_length=17, unique=True)
    terms = models.JSONField(default=list)
    urgent = models.BooleanField(default=False)
    first_chosen_at = models.DateTimeField()
    received_at = models.DateTimeField()

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission", "topic"], name="cases_case_topic_once"),
            models.UniqueConstraint(
                fields=["submission", "position"], name="cases_case_position_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in Kind]), name="cases_case_kind"
            ),
            models.CheckConstraint(
                condition=Q(reference__startswith="ZT-"), name="cases_case_reference"
            ),
            models.CheckConstraint(
                condition=Q(first_chosen_at__lte=models.F("received_at")),
                name="cases_case_chosen_before_received",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class CaseRecipient(models.Model):
    """An organisation that gets a case, as it was called when the case was submitted."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="recipients")
    recipient = models.CharField(max_length=100)
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "recipient"], name="cases_recipient_once"),
            models.CheckConstraint(
                condition=~Q(recipient="") & ~Q(name=""), name="cases_recipient_named"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class StatusEventQuerySet(AppendOnlyQuerySet["StatusEvent"]):
    """Vocabulary for histories."""

    def in_order(self) -> Self:
        """As they happened, whatever the clock did meanwhile."""
        return self.order_by("number")


class StatusEvent(models.Model):
    """Something that happened to a case, at one recipient or (empty) to the whole of it.

    `number` counts from 1 within the case, under the case's lock: the order in which
    things happened. `text` is for the resident, sealed with the intake's data key.
    `idempotency_key` is the partner's: the same key of the same recipient on a case is
    the same event. `fingerprint` tells what was said with it, without the words.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    recipient = models.CharField(max_length=100, blank=True)
    status = models.CharField(max_length=20, choices=Status)
    at = models.DateTimeField()
    text = models.BinaryField(null=True)
    idempotency_key = models.CharField(max_length=100, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)

    objects = StatusEventQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="cases_event_status"
            ),
            models.UniqueConstraint(fields=["case", "number"], name="cases_event_number_once"),
            models.UniqueConstraint(
                fields=["case", "recipient", "idempotency_key"],
                condition=~Q(idempotency_key=""),
                name="cases_event_key_once",
            ),
            models.UniqueConstraint(
                fields=["case", "status", "recipient"],
                condition=Q(status__in=[Status.RECEIVED, Status.SENT, Status.DELIVERED]),
                name="cases_event_journey_once",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.RETURNED) | Q(text__isnull=False),
                name="cases_event_return_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(status__in=[Status.RECEIVED, Status.WITHDRAWN], recipient="")
                | (~Q(status__in=[Status.RECEIVED, Status.WITHDRAWN]) & ~Q(recipient="")),
                name="cases_event_whose",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.at:%Y-%m-%d %H:%M}"
