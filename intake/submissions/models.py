"""Drafts and submissions. What a resident wrote stands here sealed, never in clear."""

import uuid
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from uuid_utils.compat import uuid7

from intake.catalogue.models import Release
from intake.submissions.assurance import Assurance
from intake.vault.models import DataKey


class DraftQuerySet(models.QuerySet["Draft"]):
    """Vocabulary for drafts."""

    def open(self) -> Self:
        """Not yet submitted."""
        return self.filter(submitted_at=None)

    def expired(self, now: datetime) -> Self:
        """Open ones whose time is up."""
        return self.open().filter(expires_at__lte=now)

    def owned_by(self, user_id: uuid.UUID) -> Self:
        """One resident's."""
        return self.filter(owner_id=user_id)


class Draft(models.Model):
    """An intake that is being filled in; once submitted, the stub its old address leads to.

    `assurance` is the highest level at which something was entered: nobody opens it
    with less (domain: DigiD data only after log-in at the same level).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+")
    data_key = models.OneToOneField(DataKey, on_delete=models.PROTECT, related_name="+")
    assurance = models.CharField(max_length=12, choices=Assurance)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    last_page = models.CharField(max_length=100, blank=True)
    submitted_at = models.DateTimeField(null=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["expires_at"],
                condition=Q(submitted_at=None),
                name="submissions_draft_expiry",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(assurance__in=Assurance.values), name="submissions_draft_assurance"
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="submissions_draft_lives"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class DraftTopic(models.Model):
    """A topic chosen in a draft, and when first (Pw 44: bijstand counts from that day)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="topics")
    topic = models.CharField(max_length=100)
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "topic"], name="submissions_draft_topic_once"),
            models.CheckConstraint(condition=~Q(topic=""), name="submissions_draft_topic_named"),
        ]

    def __str__(self) -> str:
        return self.topic


class DraftAnswer(models.Model):
    """One answer, sealed; a row of its own so that two tabs never overwrite each other."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="answers")
    key = models.CharField(max_length=200)
    sealed = models.BinaryField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "key"], name="submissions_draft_answer_once"),
            models.CheckConstraint(condition=~Q(key=""), name="submissions_draft_answer_named"),
        ]

    def __str__(self) -> str:
        return self.key


class FilerRole(models.TextChoices):
    """In which role somebody submits."""

    SELF = "zelf", _("For yourself")


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """Vocabulary for submissions."""

    def owned_by(self, user_id: uuid.UUID) -> Self:
        """One resident's."""
        return self.filter(owner_id=user_id)


class Submission(models.Model):
    """What was submitted, frozen: the sealed answers and the release they answer.

    `draft_id` is unique, so that one draft becomes one submission however often and
    from however many tabs it is sent. `language`: the code of the one it was read in.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reference = models.CharField(max_length=17, unique=True)
    draft_id = models.UUIDField(unique=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+")
    data_key = models.OneToOneField(DataKey, on_delete=models.PROTECT, related_name="+")
    answers = models.BinaryField()
    received_at = models.DateTimeField()
    assurance = models.CharField(max_length=12, choices=Assurance)
    role = models.CharField(max_length=20, choices=FilerRole)
    language = models.CharField(max_length=3, default=settings.LANGUAGE_CODE)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(assurance=Assurance.SUBSTANTIAL),
                name="submissions_submission_assurance",
            ),
            models.CheckConstraint(
                condition=Q(role__in=FilerRole.values), name="submissions_submission_role"
            ),
            models.CheckConstraint(
                condition=Q(reference__startswith="ZT-"), name="submissions_submission_reference"
            ),
            models.CheckConstraint(
                condition=~Q(language=""), name="submissions_submission_language"
            ),
        ]

    def __str__(self) -> str:
        return self.reference
