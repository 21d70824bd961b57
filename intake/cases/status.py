"""The statuses of a case, with the codes of the partner API."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """What happened to a case; labels are what the resident reads."""

    RECEIVED = "ontvangen", _("We have your question")
    SENT = "verstuurd", _("Sent")
    DELIVERED = "aangekomen", _("Arrived")
    ACCEPTED = "aanvaard", _("Picked up")
    RETURNED = "geretourneerd", _("Returned")
    QUESTION = "vraag", _("There is a question for you")
    IN_PROGRESS = "in-behandeling", _("Being worked on")
    DONE = "afgerond", _("Finished")
    WITHDRAWN = "ingetrokken", _("Withdrawn by you")
