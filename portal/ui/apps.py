"""The Django app of this room."""

from django.apps import AppConfig

from portal.ui import house


class PortalUiConfig(AppConfig):
    """Design-system components as template tags, and the style sheet's source."""

    name = "portal.ui"
    label = "portal_ui"

    def ready(self) -> None:
        """The check on the house style is registered by its import."""
        house.available()
