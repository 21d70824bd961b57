"""The simulator's requests to the municipality: its public keys, and the partner API."""

import json
import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from joserfc.jwk import KeySet, OKPKey
from yarl import URL

from portal.demo.partner.journal import Received
from portal.demo.partner.open_message import signed_request_headers

KEYS_SECONDS = 300


class PortalDown(Exception):
    """The municipality's portal does not answer."""


@dataclass
class PortalClient:
    """One for all partners; `session` lives as long as the simulator."""

    portal: str
    session: aiohttp.ClientSession
    keys: KeySet | None = None
    keys_until: float = field(default=0.0)

    async def sender_keys(self, *, fresh: bool = False) -> KeySet:
        """The municipality's public keys, kept for five minutes. Raises PortalDown."""
        if self.keys is None or fresh or time.monotonic() > self.keys_until:
            try:
                async with self.session.get(f"{self.portal}/.well-known/jwks.json") as response:
                    response.raise_for_status()
                    self.keys = KeySet.import_key_set(await response.json(content_type=None))
            except (aiohttp.ClientError, TimeoutError) as error:
                raise PortalDown from error
            self.keys_until = time.monotonic() + KEYS_SECONDS
        return self.keys

    async def confirm(self, messages: Sequence[Received], *, key: OKPKey) -> int:
        """POST /ontvangsten; the status of the answer."""
        receipts = [
            {"id": one.id, "sha256": one.sha256, "uw_kenmerk": f"SIM-{one.sequence}"}
            for one in messages
        ]
        return await self._post("ontvangsten", receipts, key=key)

    async def tell(self, case_id: str, *, status: str, text: str, key: OKPKey) -> int:
        """POST /zaken/{id}/statussen; the status of the answer."""
        body = {"status": status, "reden" if status == "geretourneerd" else "tekst": text}
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        return await self._post(f"zaken/{case_id}/statussen", body, key=key, headers=headers)

    async def _post(
        self,
        path: str,
        data: Any,  # noqa: ANN401 (JSON)
        *,
        key: OKPKey,
        headers: Mapping[str, str] | None = None,
    ) -> int:
        url = f"{self.portal}/api/partner/v1/{path}"
        body = json.dumps(data).encode()
        signed = signed_request_headers(method="POST", url=url, body=body, key=key, headers=headers)
        try:
            async with self.session.post(
                URL(url, encoded=True), data=body, headers=signed
            ) as response:
                return response.status
        except (aiohttp.ClientError, TimeoutError) as error:
            raise PortalDown from error
