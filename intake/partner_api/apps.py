"""The Django app of this room."""

from django.apps import AppConfig


class IntakePartnerApiConfig(AppConfig):
    """The door for chain partners' machines: signed requests, problem+json."""

    name = "intake.partner_api"
    label = "intake_partner_api"
