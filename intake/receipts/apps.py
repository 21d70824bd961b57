"""The Django app of this room."""

from django.apps import AppConfig


class IntakeReceiptsConfig(AppConfig):
    """The accessible PDF that proves what was received; WeasyPrint lives here."""

    name = "intake.receipts"
    label = "intake_receipts"

    def ready(self) -> None:
        """Carry the outbox's receipts."""
        from intake.outbox.destinations import register  # noqa: PLC0415 — apps must be ready
        from intake.receipts.make import KIND, ReceiptMaker  # noqa: PLC0415

        register(KIND, ReceiptMaker())
