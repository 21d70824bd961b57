"""A partner that calls the API, and what is in its inbox."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.test import Client
from django.utils import timezone

from intake.delivery.courier import PartnerCourier
from intake.outbox.destinations import Registry
from intake.outbox.models import OutboxSealed
from intake.outbox.relay import Relay
from intake.outbox.states import KIND_PARTNER
from portal.demo.partner.open_message import signed_request_headers
from tests.intake.delivery import factories as delivery
from tests.intake.delivery.factories import PartnerKeys

BASE = "/api/partner/v1"
HOST = "localhost"


@dataclass
class Caller:
    """A partner that calls the API."""

    keys: PartnerKeys
    client: Client

    def post(self, path: str, data: object, *, headers: Mapping[str, str] | None = None) -> Any:
        """A signed POST."""
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        return self.send("POST", path, body, self.signed("POST", path, body, headers=headers))

    def get(self, path: str) -> Any:
        """A signed GET."""
        return self.send("GET", path, b"", self.signed("GET", path, b""))

    def signed(
        self, method: str, path: str, body: bytes, *, headers: Mapping[str, str] | None = None
    ) -> dict[str, str]:
        """The headers of a signed request."""
        return signed_request_headers(
            method=method,
            url=f"http://{HOST}{BASE}{path}",
            body=body,
            key=self.keys.signing,
            headers=headers,
        )

    def send(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Any:
        """A request with these headers as they are."""
        return self.client.generic(
            method,
            f"{BASE}{path}",
            body,
            content_type=headers.get("content-type", ""),
            headers={"host": HOST, **headers},
        )


def caller(partner: str) -> Caller:
    """A partner that fetches: it has keys and no address."""
    return Caller(keys=delivery.configured(partner), client=Client())


def relayed(now: datetime | None = None) -> None:
    """Let the relay do what it can for partners; for those that fetch that is all."""
    registry = Registry()
    registry.register_courier(KIND_PARTNER, PartnerCourier())
    Relay(registry=registry, clock=lambda: now or timezone.now()).drain()


def receipts_for(partner: str) -> list[dict[str, str]]:
    """Receipts for everything in a partner's inbox."""
    rows = OutboxSealed.objects.filter(partner_id=partner).order_by("sequence")
    return [{"id": str(row.delivery_id), "sha256": row.sha256} for row in rows]
