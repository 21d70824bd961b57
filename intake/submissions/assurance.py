"""How sure we are of who somebody is (Wdo: classify each service)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Assurance(models.TextChoices):
    """Levels of log-in; members stand in rising order."""

    EMAIL = "email", _("E-mail")
    SUBSTANTIAL = "substantieel", _("DigiD")

    def covers(self, needed: "Assurance") -> bool:
        """Whether a session at this level may open what was entered at `needed`."""
        levels = list(Assurance)
        return levels.index(self) >= levels.index(needed)


class AssuranceTooLow(Exception):
    """The session's level is below what was used to enter the data, or what submitting asks."""

    def __init__(self, needed: Assurance) -> None:
        super().__init__(f"needs a log-in at {needed.value}")
        self.needed = needed


def demand(*, have: str, need: str) -> None:
    """Refuse a session below the level needed. Raises AssuranceTooLow."""
    if not Assurance(have).covers(Assurance(need)):
        raise AssuranceTooLow(Assurance(need))
