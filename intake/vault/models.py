"""The data keys: one per intake, wrapped by the key ring."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q


class DataKeyQuerySet(models.QuerySet["DataKey"]):
    """Vocabulary for keys."""

    def live(self) -> Self:
        """Keys that still open something."""
        return self.filter(destroyed_at=None)

    def wrapped_by_other_than(self, kid: str) -> Self:
        """Live keys that a rotation to `kid` still has to rewrap."""
        return self.live().exclude(kid=kid)


class DataKey(models.Model):
    """A 256-bit key, itself sealed by the key ring's key `kid`.

    Destroying it is deletion of everything it sealed; the row stays as the proof.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped = models.BinaryField(null=True)
    kid = models.CharField(max_length=50)
    created_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)

    objects = DataKeyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(wrapped__isnull=False, destroyed_at__isnull=True)
                | Q(wrapped__isnull=True, destroyed_at__isnull=False),
                name="vault_destroyed_keys_are_empty",
            ),
            models.CheckConstraint(condition=~Q(kid=""), name="vault_key_names_its_wrapper"),
        ]

    def __str__(self) -> str:
        return str(self.id)
