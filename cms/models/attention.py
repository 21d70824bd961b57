"""What was noticed about pages: links elsewhere that failed, reminders that were sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class OutsideLink(models.Model):
    """An address outside this site that pages link to, and how it answered last.

    `problem` is empty while it answers; else the status code, or what went wrong.
    """

    url = models.URLField(max_length=1000, unique=True)
    problem = models.CharField(max_length=60, blank=True)
    checked_at = models.DateTimeField()

    class Meta:
        verbose_name = _("link to elsewhere")
        verbose_name_plural = _("links to elsewhere")

    def __str__(self) -> str:
        return self.url


class ReviewReminder(models.Model):
    """That the editors of a page were told, once, that this is the day to read it again."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    review_on = models.DateField()
    sent_at = models.DateTimeField()

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.UniqueConstraint(fields=["page", "review_on"], name="reminded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.review_on}"
