"""Taking messages in: verify, store once, answer; or misbehave as told."""

import asyncio
import hashlib
from dataclasses import dataclass, field

from aiohttp import web

from portal.demo.partner import manners
from portal.demo.partner.journal import DUPLICATE, REJECTED, STORED, Journal
from portal.demo.partner.keys import PartnerKeys
from portal.demo.partner.manners import Manners
from portal.demo.partner.open_message import Message, Rejected, open_message
from portal.demo.partner.portal_client import PortalClient, PortalDown


@dataclass
class Organisation:
    """One demo partner: its keys, its store, its manners."""

    key: str
    name: str
    keys: PartnerKeys
    journal: Journal
    manners: Manners = field(default_factory=Manners)


async def receive(
    request: web.Request, organisation: Organisation, client: PortalClient
) -> web.StreamResponse:
    """Answer one POST of a message."""
    behaviour = organisation.manners.take()
    if behaviour in manners.BEFORE:
        return await manners.BEFORE[behaviour](request, organisation.manners)
    if behaviour == manners.SLOW:
        await asyncio.sleep(organisation.manners.seconds)
    body = await request.read()
    try:
        message = await _opened(request, body, organisation, client)
    except PortalDown:
        return web.Response(status=503, headers={"Retry-After": "5"})
    except Rejected as error:
        organisation.journal.add(
            REJECTED, id=request.headers.get("ce-id", ""), reason=str(error), sha256=_hex(body)
        )
        return web.Response(status=400)
    _store(organisation, message, body)
    if behaviour == manners.SLOW_ANSWER:
        await asyncio.sleep(organisation.manners.seconds)
    if behaviour in manners.AFTER:
        return await manners.AFTER[behaviour](request, organisation.manners)
    return web.Response(status=202)


async def _opened(
    request: web.Request, body: bytes, organisation: Organisation, client: PortalClient
) -> Message:
    """The verified message; with the sender's keys read anew when the known ones do not fit."""
    for fresh in (False, True):
        try:
            return open_message(
                method=request.method,
                url=str(request.url),
                headers=dict(request.headers),
                body=body,
                private_keys=organisation.keys.private,
                sender_keys=await client.sender_keys(fresh=fresh),
            )
        except Rejected:
            if fresh:
                raise
    raise Rejected


def _store(organisation: Organisation, message: Message, body: bytes) -> None:
    """Once per id, however often it comes; a duplicate is a line, not an effect."""
    if message.id in organisation.journal.known:
        organisation.journal.add(
            DUPLICATE, id=message.id, sequence=message.sequence, sha256=message.sha256
        )
        return
    organisation.journal.add(
        STORED,
        id=message.id,
        type=message.type,
        sequence=message.sequence,
        sha256=message.sha256,
        case=message.document["zaak"]["id"] if "zaak" in message.document else "",
        body=body.decode("ascii"),
    )


def _hex(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
