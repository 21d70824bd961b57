"""The Django app of this room."""

from django.apps import AppConfig


class IntakeCasesConfig(AppConfig):
    """One case per topic: reference, statutory clocks, an append-only history."""

    name = "intake.cases"
    label = "intake_cases"
