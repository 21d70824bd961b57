"""The Django app of this room."""

from django.apps import AppConfig

from portal.checks import production


class PortalChecksConfig(AppConfig):
    """House rules as Django system checks."""

    name = "portal.checks"
    label = "portal_checks"

    def ready(self) -> None:
        """The checks are registered by their import; one rule does not wait for a check."""
        production.refuse_simulator()
