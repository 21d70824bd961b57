"""The Django app of this room."""

from django.apps import AppConfig


class IntakeCatalogueConfig(AppConfig):
    """Published, immutable versions of what can be asked, for whom, by which law."""

    name = "intake.catalogue"
    label = "intake_catalogue"
