"""The Django app of this room."""

from django.apps import AppConfig


class IntakePartnersConfig(AppConfig):
    """Chain partners: addresses, keys, and the gate in front of each."""

    name = "intake.partners"
    label = "intake_partners"
