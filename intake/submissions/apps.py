"""The Django app of this room."""

from django.apps import AppConfig


class IntakeSubmissionsConfig(AppConfig):
    """A resident's draft and what was submitted, sealed at rest."""

    name = "intake.submissions"
    label = "intake_submissions"
