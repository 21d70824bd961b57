"""Published definitions and the consistent sets they form; rows never change."""

from django.db import models
from django.db.models import Q
from uuid_utils.compat import uuid7


class DefinitionKind(models.TextChoices):
    """What a definition defines."""

    ELEMENT = "element"
    REGIME = "regime"
    TOPIC = "topic"
    RECIPIENT = "recipient"
    MUNICIPALITY = "municipality"


class DefinitionVersion(models.Model):
    """One version of one element, regime, topic, recipient or the municipality's own data.

    `body` is the codec's data of it, `digest` the SHA-256 of that.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=12, choices=DefinitionKind)
    key = models.CharField(max_length=100)
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    body = models.JSONField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key", "number"], name="catalogue_version_number_once"
            ),
            models.UniqueConstraint(
                fields=["kind", "key", "digest"], name="catalogue_version_content_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=DefinitionKind.values), name="catalogue_version_kind"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="catalogue_version_number_from_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.number}"


class Release(models.Model):
    """A consistent, immutable set of versions: what an intake is pinned to."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.PositiveIntegerField(unique=True)
    note = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()
    versions = models.ManyToManyField(
        DefinitionVersion, through="ReleaseEntry", related_name="releases"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(number__gte=1), name="catalogue_release_number_from_one"
            )
        ]

    def __str__(self) -> str:
        return f"release {self.number}"


class ReleaseEntry(models.Model):
    """A version's place in a release; the order of the file is the order of an intake."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="entries")
    version = models.ForeignKey(DefinitionVersion, on_delete=models.PROTECT, related_name="entries")
    position = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["release", "version"], name="catalogue_entry_version_once"
            ),
            models.UniqueConstraint(
                fields=["release", "position"], name="catalogue_entry_position_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.release_id} {self.position}"
