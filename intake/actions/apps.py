"""The Django app of this room."""

from django.apps import AppConfig


class IntakeActionsConfig(AppConfig):
    """One verb per file: every write that crosses rooms, each one transaction."""

    name = "intake.actions"
    label = "intake_actions"
