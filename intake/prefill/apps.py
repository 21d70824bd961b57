"""The Django app of this room."""

from django.apps import AppConfig


class IntakePrefillConfig(AppConfig):
    """Sources that already know an answer (BRP, profile), behind one registry."""

    name = "intake.prefill"
    label = "intake_prefill"
