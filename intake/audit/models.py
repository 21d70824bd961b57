"""The audit trail's one table."""

from typing import Self

from django.db import models
from uuid_utils.compat import uuid7

from intake.audit.appending import AppendOnlyQuerySet


class RecordQuerySet(AppendOnlyQuerySet["Record"]):
    """Vocabulary for reading the trail."""

    def about(self, subject: str) -> Self:
        """What happened to one intake, case or person, the oldest first."""
        return self.filter(subject=subject).order_by("at", "id")


class Record(models.Model):
    """Somebody read or changed something. Never holds what was read.

    `actor` and `subject` are "<kind>:<id>", such as "user:<uuid>" and "draft:<uuid>";
    neither ever holds a name, a BSN or a reference.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField()
    actor = models.CharField(max_length=100)
    action = models.CharField(max_length=50)
    subject = models.CharField(max_length=100)
    purpose = models.CharField(max_length=100)

    objects = RecordQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["subject", "at"], name="audit_subject_at")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(actor="")
                & ~models.Q(action="")
                & ~models.Q(subject="")
                & ~models.Q(purpose=""),
                name="audit_record_is_complete",
            )
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.action} {self.subject}"
