"""The Django app of this room."""

from importlib import import_module

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """The snippets of the catalogue."""

    name = "cms.catalogue"
    label = "cms_catalogue"

    def ready(self) -> None:
        """Listen to the items; the receivers need models, which exist from here on."""
        import_module("cms.catalogue.receivers")
