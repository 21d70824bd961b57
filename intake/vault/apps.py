"""The Django app of this room."""

from django.apps import AppConfig


class IntakeVaultConfig(AppConfig):
    """Encryption at rest: key ring, a data key per intake, sealed fields."""

    name = "intake.vault"
    label = "intake_vault"
