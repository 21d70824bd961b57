"""The outbox's courier for partners: seal, number, sign, post; or leave it in the inbox."""

import uuid
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime

from joserfc.jwk import OKPKey

from intake.delivery import http
from intake.delivery.headers import signed_headers
from intake.delivery.seal import seal
from intake.delivery.signing import signing_key
from intake.outbox.destinations import NO_KEY, Letter, Outcome, Parcel, Send
from intake.outbox.models import OutboxSealed
from intake.outbox.wire import SealedBody, sealed_bodies
from intake.partners.keys import encryption_keys
from intake.partners.routes import Route, routes


class PartnerCourier:
    """Carries the destination "partner"."""

    def prepare(
        self, parcels: Sequence[Parcel], *, now: datetime
    ) -> Mapping[uuid.UUID, Letter | Outcome]:
        """Per parcel a signed letter, or why there is none."""
        partners = {parcel.key for parcel in parcels}
        route_of, key_of, signer = routes(partners), encryption_keys(partners), signing_key()

        def seal_for(parcel: Parcel, document: bytes) -> SealedBody:
            suite = route_of[parcel.key].suite
            return seal(document, suite=suite, recipient=key_of[parcel.key], signer=signer)

        bodies = sealed_bodies(
            parcels=[parcel for parcel in parcels if parcel.key in key_of],
            key_ids={partner: key.kid for partner, key in key_of.items()},
            seal=seal_for,
            now=now,
        )
        return {
            parcel.id: _letter(parcel, bodies.get(parcel.id), route_of[parcel.key], signer, now)
            for parcel in parcels
        }

    def open(self) -> AbstractAsyncContextManager[Send]:
        """Connections to the partners' machines."""
        return http.posting()


def _letter(
    parcel: Parcel,
    sealed: OutboxSealed | Outcome | None,
    route: Route,
    signer: OKPKey,
    now: datetime,
) -> Letter | Outcome:
    if sealed is None:
        return Outcome.hold(NO_KEY)
    if isinstance(sealed, Outcome):
        return sealed
    if not route.address:
        return Outcome.sent()
    body = bytes(sealed.body)
    headers = signed_headers(
        parcel=parcel,
        sequence=sealed.sequence,
        address=route.address,
        body=body,
        signer=signer,
        now=now,
    )
    return Letter(
        parcel=parcel, address=route.address, networks=route.networks, headers=headers, body=body
    )
