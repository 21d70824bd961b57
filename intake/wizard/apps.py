"""The Django app of this room."""

from django.apps import AppConfig


class IntakeWizardConfig(AppConfig):
    """The door for people: choosing topics, questions, check, confirmation."""

    name = "intake.wizard"
    label = "intake_wizard"
