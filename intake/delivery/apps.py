"""The Django app of this room."""

from django.apps import AppConfig


class IntakeDeliveryConfig(AppConfig):
    """How a case travels to a partner: the document, the seal, the HTTP push."""

    name = "intake.delivery"
    label = "intake_delivery"

    def ready(self) -> None:
        """Carry what the outbox has for partners."""
        from intake.delivery.courier import PartnerCourier  # noqa: PLC0415 — apps must be ready
        from intake.outbox.destinations import register_courier  # noqa: PLC0415
        from intake.outbox.states import KIND_PARTNER  # noqa: PLC0415

        register_courier(KIND_PARTNER, PartnerCourier())
