"""The Django app of this room."""

from django.apps import AppConfig


class IntakeOutboxConfig(AppConfig):
    """The secure transactional outbox: events, fenced deliveries, the relay."""

    name = "intake.outbox"
    label = "intake_outbox"
