"""The Django app of this room."""

from importlib import import_module

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Wagtail pages and settings."""

    name = "cms"
    label = "cms"

    def ready(self) -> None:
        """Listen to Wagtail; the receivers need models, which exist from here on."""
        import_module("cms.receivers")
