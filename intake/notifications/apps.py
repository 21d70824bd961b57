"""The Django app of this room."""

from django.apps import AppConfig


class IntakeNotificationsConfig(AppConfig):
    """Mail that says there is news, never what."""

    name = "intake.notifications"
    label = "intake_notifications"

    def ready(self) -> None:
        """Carry the outbox's mail."""
        from intake.notifications.mail import KIND, Mailer  # noqa: PLC0415 — apps must be ready
        from intake.outbox.destinations import register  # noqa: PLC0415

        register(KIND, Mailer())
