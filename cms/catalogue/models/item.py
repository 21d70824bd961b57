"""What every snippet of the catalogue shares: a key for ever, a place, drafts, one gate."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import structlog
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Revision,
    RevisionMixin,
    WorkflowMixin,
)

from cms.catalogue.models.previewing import PreviewedMixin
from cms.catalogue.signals import about_to_leave, about_to_publish, changed

log = structlog.get_logger(__name__)

SCHEDULED: Final = "wagtail.publish.scheduled"
EXPIRED: Final = "wagtail.unpublish.scheduled"
KEY: Final = RegexValidator(
    r"^[A-Za-z][A-Za-z0-9+-]*(\.[A-Za-z0-9-]+)*$",
    _("Use letters, digits and hyphens, with points between."),
)


class CatalogueItem(
    PreviewedMixin, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, models.Model
):
    """One definition of the catalogue, with drafts, revisions, workflow, lock and preview.

    What is live is what the newest release holds. `publish`, `unpublish` and
    deleting are the only roads there and back, whoever takes them: an editor, a workflow,
    a date. Each asks the gate first, which raises `gate.Refused`.
    """

    key = models.CharField(
        _("key"),
        max_length=80,
        unique=True,
        validators=[KEY],
        help_text=_("Short and lasting: partners and answers rely on it. It never changes."),
    )
    position = models.PositiveIntegerField(
        _("place"), default=0, help_text=_("Lower comes first. Steps of ten leave room.")
    )
    review_on = models.DateField(
        _("read again on"), null=True, blank=True, help_text=_("When should somebody check this?")
    )
    reason = models.CharField(
        _("why this change"),
        max_length=160,
        blank=True,
        help_text=_("For your colleagues; stands in the history."),
    )

    class Meta:
        abstract = True
        ordering = ["position", "key"]

    def __str__(self) -> str:
        return self.key

    def clean(self) -> None:
        """A key that was ever published stays what it is."""
        super().clean()
        if self.first_published_at and self.pk:
            before = type(self)._default_manager.filter(pk=self.pk).values_list("key", flat=True)
            if before and before[0] != self.key:
                raise ValidationError({"key": _("This key was published, so it stays.")})

    def publish(self, revision: Revision, user: object = None, **given: Any) -> None:  # noqa: ANN401 (Wagtail's own)
        """Go live, now or on its date, and release the catalogue. Raises `gate.Refused`."""
        with held_back(self, scheduled=given.get("log_action") == SCHEDULED), transaction.atomic():
            item = revision.as_object()
            about_to_publish.send(type(self), item=item, revision=revision, user=user)
            self.go_live(revision, user=user, **given)
            changed.send(type(self), note=f"{item.key}: {item.reason}".removesuffix(": "))

    def go_live(self, revision: Revision, user: object = None, **given: Any) -> None:  # noqa: ANN401
        """What Wagtail means by publishing: for an import, which asks the gate once for all."""
        super().publish(revision, user=user, **given)

    def unpublish(self, *args: Any, **given: Any) -> None:  # noqa: ANN401 (Wagtail's own)
        """Leave the catalogue, and release it. Raises `gate.Refused`."""
        with held_back(self, scheduled=given.get("log_action") == EXPIRED), transaction.atomic():
            about_to_leave.send(type(self), item=self)
            super().unpublish(*args, **given)
            changed.send(type(self), note=_("%(key)s taken away") % {"key": self.key})


@contextmanager
def held_back(item: CatalogueItem, *, scheduled: bool) -> Iterator[None]:
    """What a date brings and the gate refuses waits for the next time, and stops nothing else."""
    try:
        yield
    except ValidationError:
        if not scheduled:
            raise
        log.warning("catalogue.held_back", subject=item.key)
