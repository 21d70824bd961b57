"""Bad manners, for tests of the sender: how a partner's machine can misbehave.

Set with `POST /<partner>/gedrag {"gedrag": "503", "keer": 2, "seconden": 3}`; after so
many messages it behaves again. `BEFORE` happens instead of taking the message in,
`AFTER` when it is in the store already.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from aiohttp import web

METADATA = "http://169.254.169.254/latest/meta-data/"
HUGE = 1024 * 1024

Misbehave: TypeAlias = "Callable[[web.Request, Manners], Awaitable[web.StreamResponse]]"


@dataclass
class Manners:
    """How a partner behaves now; `left` messages long."""

    name: str = "goed"
    left: int = 0
    seconds: float = 3

    def take(self) -> str:
        """What happens to this message."""
        if self.left <= 0:
            return "goed"
        self.left -= 1
        return self.name


async def _status(request: web.Request, manners: Manners) -> web.StreamResponse:
    headers = {"Retry-After": f"{manners.seconds:.0f}"} if manners.name in {"503", "429"} else {}
    return web.Response(status=int(manners.name.removeprefix("opgeslagen-")), headers=headers)


async def _blind(request: web.Request, manners: Manners) -> web.StreamResponse:
    """2xx without a look; also the quickest receiver there is, for measuring."""
    await request.read()
    return web.Response(status=202)


async def _redirect(request: web.Request, manners: Manners) -> web.StreamResponse:
    return web.Response(status=307, headers={"Location": METADATA})


async def _reset(request: web.Request, manners: Manners) -> web.StreamResponse:
    transport = request.transport
    if transport is not None and not transport.is_closing():
        transport.abort()
    return web.Response(status=500)


async def _cut_off(request: web.Request, manners: Manners) -> web.StreamResponse:
    """2xx, and then the connection breaks in the middle of the body."""
    response = web.StreamResponse(status=202, headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b"{")
    await asyncio.sleep(0.05)
    return await _aborted(request, response)


async def _huge(request: web.Request, manners: Manners) -> web.StreamResponse:
    return web.Response(status=202, body=b"x" * HUGE)


async def _dripping(request: web.Request, manners: Manners) -> web.StreamResponse:
    response = web.StreamResponse(status=202, headers={"Content-Length": "100000"})
    await response.prepare(request)
    for _ in range(100_000):
        await response.write(b".")
        await asyncio.sleep(1)
    return response


async def _aborted(request: web.Request, response: web.StreamResponse) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return response


BEFORE: Mapping[str, Misbehave] = {
    **dict.fromkeys(("400", "401", "403", "404", "410", "429", "500", "503"), _status),
    "blind": _blind,
    "omleiding": _redirect,
    "verbroken": _reset,
}
AFTER: Mapping[str, Misbehave] = {
    "opgeslagen-500": _status,
    "opgeslagen-verbroken": _reset,
    "afgebroken": _cut_off,
    "groot": _huge,
    "druppelend": _dripping,
}
SLOW = "traag"
"""In time, but only just: `seconden` before the message is taken in."""
SLOW_ANSWER = "opgeslagen-traag"
"""In the store at once, but the answer comes `seconden` later."""
NAMES = {"goed", SLOW, SLOW_ANSWER, *BEFORE, *AFTER}
