"""The states of a delivery, with the words of the outside contract."""

from django.db import models

KIND_PARTNER = "partner"


class State(models.TextChoices):
    """PENDING → LEASED → PENDING | SENT → ACKNOWLEDGED, or HELD, DEAD, WITHDRAWN.

    SENT: the partner's machine answered 2xx. ACKNOWLEDGED: the partner said it has it.
    HELD: waits for a person (a configuration fault). DEAD: given up, a person's task.
    """

    PENDING = "pending"
    LEASED = "leased"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    HELD = "held"
    DEAD = "dead"
    WITHDRAWN = "withdrawn"
