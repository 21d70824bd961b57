"""The partner API: translate, one call, translate back."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Header, NinjaAPI, Query
from ninja import Status as Answer

from intake.actions.record_partner_status import record_partner_status
from intake.actions.record_receipt import record_receipt
from intake.cases.status import Status
from intake.outbox.deliveries import Receipt
from intake.outbox.queries import InboxItem
from intake.partner_api import problems
from intake.partner_api.inbox import messages
from intake.partner_api.reading import StrictParser
from intake.partner_api.schemas import (
    MessageOut,
    MessagesOut,
    PartnerStatus,
    Problem,
    ReceiptIn,
    ReceiptsOut,
    StatusIn,
    StatusOut,
)
from intake.partner_api.signatures import SignedRequest

VERSION = "1.0.0"
AT_MOST = 100

api = NinjaAPI(
    title="Voordeur: API voor ketenpartners",
    version=VERSION,
    description=(
        "Berichten ophalen, ontvangst bevestigen en de status van een zaak melden."
        " Elk verzoek is ondertekend met uw Ed25519-sleutel (RFC 9421) over @method,"
        " @target-uri en, met een body, content-digest en content-type. Wat niet bestaat en"
        " wat niet van u is, geeft hetzelfde antwoord: 404."
    ),
    openapi_url="/openapi.json",
    docs_url=None,
    urls_namespace="partner-api",
    auth=SignedRequest(),
    parser=StrictParser(),
)
problems.register(api)


@api.post(
    "/ontvangsten",
    response={200: ReceiptsOut, frozenset({400, 401, 404, 422}): Problem},
    operation_id="bevestigOntvangsten",
    summary="Ontvangst bevestigen",
)
def post_receipts(
    request: HttpRequest,
    ontvangsten: Annotated[list[ReceiptIn], Body(min_length=1, max_length=AT_MOST)],
) -> ReceiptsOut:
    """Bevestig berichten die u hebt. Alles of niets; twee keer zeggen verandert niets."""
    new = record_receipt(
        partner=_partner(request),
        receipts=[
            Receipt(id=one.id, sha256=one.sha256, reference=one.uw_kenmerk) for one in ontvangsten
        ],
        now=timezone.now(),
    )
    return ReceiptsOut(nieuw=new)


@api.post(
    "/zaken/{uuid:zaak}/statussen",
    response={201: StatusOut, frozenset({400, 401, 404, 409, 422}): Problem},
    operation_id="meldStatus",
    summary="Status melden",
)
def post_status(
    request: HttpRequest,
    zaak: UUID,
    melding: StatusIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", min_length=1, max_length=255)],
) -> Answer[StatusOut]:
    """Meld hoe ver u bent. Met dezelfde Idempotency-Key gebeurt het één keer."""
    event = record_partner_status(
        partner=_partner(request),
        case_id=zaak,
        status=Status(melding.status.value),
        text=melding.for_resident,
        idempotency_key=idempotency_key,
        now=timezone.now(),
    )
    told = StatusOut(id=event.id, zaak=zaak, status=PartnerStatus(event.status), tijdstip=event.at)
    return Answer(201, told)


@api.get(
    "/berichten",
    response={200: MessagesOut, frozenset({400, 401}): Problem},
    operation_id="haalBerichten",
    summary="Berichten ophalen",
)
def get_messages(
    request: HttpRequest,
    na: Annotated[int, Query(ge=0)] = 0,
    limiet: Annotated[int, Query(ge=1, le=AT_MOST)] = 50,
    wacht: Annotated[int, Query(ge=0, le=20, description="Zo veel seconden wachten.")] = 0,
) -> MessagesOut:
    """Berichten na een volgnummer, op volgorde en zonder gaten."""
    items = messages(partner=_partner(request), after=na, limit=limiet, wait=wacht)
    return MessagesOut(
        berichten=[_message(item) for item in items],
        laatste=items[-1].sequence if items else na,
    )


def _partner(request: HttpRequest) -> str:
    """Who signed the request; ninja puts it there."""
    return str(request.auth)  # type: ignore[attr-defined]


def _message(item: InboxItem) -> MessageOut:
    return MessageOut(
        volgnummer=item.sequence,
        id=item.id,
        type=item.type,
        zaak=item.case_id,
        tijdstip=item.occurred_at,
        sha256=item.sha256,
        inhoud=item.body.decode("ascii") or None,
    )
