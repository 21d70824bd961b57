"""Reading partners, and making sure that every recipient of the catalogue has one."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from intake.partners.models import Partner, PartnerGate


class Named(Protocol):
    """A recipient of the catalogue, as far as this room needs it."""

    @property
    def key(self) -> str:
        """The recipient's key, for ever."""
        ...

    @property
    def name(self) -> str:
        """What it is called now."""
        ...


def ensure_partners(*, recipients: Iterable[Named], now: datetime) -> None:
    """Give each recipient a partner with a gate; its name follows the catalogue.

    A new one is an inbox without keys: its messages are held until `set_partner`.
    """
    recipients = list(recipients)
    Partner.objects.bulk_create(
        [Partner(key=one.key, name=one.name, created_at=now) for one in recipients],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["name"],
    )
    PartnerGate.objects.bulk_create(
        [PartnerGate(partner_id=one.key) for one in recipients], ignore_conflicts=True
    )
