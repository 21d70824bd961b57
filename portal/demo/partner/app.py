"""The simulator's web application: messages in, one page, and its buttons."""

from collections.abc import AsyncIterator, Awaitable
from pathlib import Path

import aiohttp
from aiohttp import web

from portal.demo.partner import manners, pages
from portal.demo.partner.journal import RECEIPT, STATUS, Journal, Received
from portal.demo.partner.keys import keys_in
from portal.demo.partner.manners import Manners
from portal.demo.partner.open_message import Rejected, open_body
from portal.demo.partner.organisations import ORGANISATIONS
from portal.demo.partner.portal_client import PortalClient, PortalDown
from portal.demo.partner.receiver import Organisation, receive

TIMEOUT = aiohttp.ClientTimeout(total=10)
LARGEST = 512 * 1024
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
OK = 300


class Simulator:
    """Every demo partner, behind one port."""

    def __init__(self, *, folder: Path, portal: str) -> None:
        self.portal = portal
        self.organisations = {
            key: Organisation(
                key=key,
                name=name,
                keys=keys_in(folder / key),
                journal=Journal(folder / key / "journal.jsonl"),
            )
            for key, name in ORGANISATIONS.items()
        }

    def application(self) -> web.Application:
        """The application, ready to run."""
        app = web.Application(client_max_size=LARGEST)
        app.cleanup_ctx.append(self._client)
        app.router.add_get("/", self.page)
        app.router.add_get("/simulator.css", self.style)
        app.router.add_post("/{partner}/berichten", self.receive)
        app.router.add_post("/{partner}/gedrag", self.behave)
        app.router.add_post("/{partner}/bevestigen", self.confirm)
        app.router.add_post("/{partner}/melden", self.tell)
        return app

    async def receive(self, request: web.Request) -> web.StreamResponse:
        """A message from the municipality."""
        return await receive(request, self._organisation(request), self.client)

    async def behave(self, request: web.Request) -> web.StreamResponse:
        """Change a partner's manners; for tests."""
        wanted = await request.json()
        if wanted.get("gedrag") not in manners.NAMES:
            raise web.HTTPBadRequest(text=f"gedrag: {', '.join(sorted(manners.NAMES))}")
        self._organisation(request).manners = Manners(
            name=wanted["gedrag"],
            left=int(wanted.get("keer", 1)),
            seconds=float(wanted.get("seconden", 3)),
        )
        return web.Response(status=204)

    async def page(self, request: web.Request) -> web.StreamResponse:
        """What everybody got."""
        try:
            keys = await self.client.sender_keys()
        except PortalDown:
            keys = None
        text = pages.overview(
            self.organisations.values(),
            sender_keys=keys,
            problem=request.query.get("probleem", "")[:3],
        )
        return web.Response(text=text, content_type="text/html", headers=HEADERS)

    async def style(self, _request: web.Request) -> web.StreamResponse:
        """The style sheet."""
        return web.Response(text=pages.style(), content_type="text/css")

    async def confirm(self, request: web.Request) -> web.StreamResponse:
        """The button "Ontvangst bevestigen"."""
        organisation, message, _data = await self._pressed(request)
        status = await self._asked(self.client.confirm([message], key=organisation.keys.signing))
        if status < OK:
            organisation.journal.add(RECEIPT, id=message.id, said=pages.CONFIRMED)
        return self._back(organisation, status)

    async def tell(self, request: web.Request) -> web.StreamResponse:
        """The button "Aanvaarden", and the form for any other status."""
        organisation, message, data = await self._pressed(request)
        code = data.get("status", "")
        if code not in pages.STATUSES:
            raise web.HTTPBadRequest
        case_id = await self._case_of(organisation, message)
        status = await self._asked(
            self.client.tell(
                case_id, status=code, text=data.get("tekst", ""), key=organisation.keys.signing
            )
        )
        if status < OK:
            organisation.journal.add(STATUS, id=message.id, said=pages.STATUSES[code])
        return self._back(organisation, status)

    async def _client(self, _app: web.Application) -> AsyncIterator[None]:
        async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
            self.client = PortalClient(portal=self.portal, session=session)
            yield

    def _organisation(self, request: web.Request) -> Organisation:
        organisation = self.organisations.get(request.match_info["partner"])
        if organisation is None:
            raise web.HTTPNotFound
        return organisation

    async def _pressed(self, request: web.Request) -> tuple[Organisation, Received, dict[str, str]]:
        """Whose button was pressed, about which message, with what filled in."""
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
            raise web.HTTPForbidden
        data = {name: str(value) for name, value in (await request.post()).items()}
        organisation = self._organisation(request)
        message = organisation.journal.message(data.get("bericht", ""))
        if message is None:
            raise web.HTTPNotFound
        return organisation, message, data

    async def _case_of(self, organisation: Organisation, message: Received) -> str:
        keys = await self.client.sender_keys()
        try:
            document = open_body(
                message.body, private_keys=organisation.keys.private, sender_keys=keys
            )
        except Rejected:
            raise web.HTTPConflict from None
        return str(document["zaak"]["id"])

    async def _asked(self, answer: Awaitable[int]) -> int:
        try:
            return await answer
        except PortalDown:
            return web.HTTPServiceUnavailable.status_code

    def _back(self, organisation: Organisation, status: int) -> web.StreamResponse:
        problem = "" if status < OK else f"?probleem={status}"
        raise web.HTTPSeeOther(f"/{problem}#{organisation.key}")
