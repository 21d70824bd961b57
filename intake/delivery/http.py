"""Posting sealed messages: aiohttp, one deadline for everything, nothing followed.

Only the status counts. What a partner's machine says in the body is read, up to a
limit and for a moment, so that its connection can be used again; it is never kept.
"""

import asyncio
import ipaddress
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TypeAlias
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractCookieJar
from yarl import URL

from intake.delivery.networks import ForbiddenAddress, require_allowed
from intake.outbox.destinations import Letter, Outcome, Send

DEADLINE_SECONDS = 25.0
CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 2.0
LARGEST_ANSWER = 64 * 1024
REFUSALS = {400, 401, 403, 413, 422}
GONE = 410

Lane: TypeAlias = tuple[str, tuple[str, ...]]
"""Scheme and allowed networks: letters that may share connections."""


@asynccontextmanager
async def posting() -> AsyncIterator[Send]:
    """Connections for as long as the context lasts."""
    sessions: dict[Lane, aiohttp.ClientSession] = {}
    async with AsyncExitStack() as stack:

        async def send(letter: Letter) -> Outcome:
            lane = (urlsplit(letter.address).scheme, letter.networks)
            if lane not in sessions:
                sessions[lane] = await stack.enter_async_context(_session(*lane))
            return await _post(sessions[lane], letter)

        yield send


async def _post(session: aiohttp.ClientSession, letter: Letter) -> Outcome:
    try:
        async with session.post(
            URL(letter.address, encoded=True),
            data=letter.body,
            headers=letter.headers,
            allow_redirects=False,
        ) as response:
            await _finish_reading(response)
            return _outcome(response.status, response.headers)
    except aiohttp.ClientConnectorError as error:
        return _unconnected(error)
    except TimeoutError:
        return Outcome.retry("timeout")
    except (aiohttp.ClientError, OSError) as error:
        return Outcome.retry(f"connection:{type(error).__name__}"[:60])


def _session(scheme: str, networks: tuple[str, ...]) -> aiohttp.ClientSession:
    allowed = [ipaddress.ip_network(text) for text in networks]

    def checked_socket(info: tuple[int, int, int, str, tuple[object, ...]]) -> socket.socket:
        family, kind, protocol, _name, where = info
        host, port = str(where[0]), int(str(where[1]))
        require_allowed(host=host, port=port, scheme=scheme, allowed=allowed)
        return socket.socket(family=family, type=kind, proto=protocol)

    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0, socket_factory=checked_socket, ttl_dns_cache=10),
        timeout=aiohttp.ClientTimeout(total=DEADLINE_SECONDS, sock_connect=CONNECT_SECONDS),
        cookie_jar=_no_cookies(),
        trust_env=False,
        auto_decompress=False,
        headers={"User-Agent": "Voordeur"},
    )


def _no_cookies() -> AbstractCookieJar:
    return aiohttp.DummyCookieJar()


async def _finish_reading(response: aiohttp.ClientResponse) -> None:
    """Read a short answer to its end; of anything else, drop the connection."""
    read = 0
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            async for chunk in response.content.iter_chunked(8 * 1024):
                read += len(chunk)
                if read > LARGEST_ANSWER:
                    break
            else:
                return
    except (aiohttp.ClientError, TimeoutError, OSError):
        pass
    response.close()


def _outcome(status: int, headers: Mapping[str, str]) -> Outcome:
    reason = f"http-{status}"
    if 200 <= status < 300:  # noqa: PLR2004
        return Outcome.sent(status=status)
    if status == GONE:
        return Outcome.gone(reason, status=status)
    if status in REFUSALS:
        return Outcome.refused(reason, status=status)
    return Outcome.retry(
        reason, status=status, retry_after=_retry_after(headers.get("Retry-After", ""))
    )


def _retry_after(text: str) -> timedelta | None:
    """Seconds, or a date (RFC 9110, 10.2.3); None for anything else."""
    if text.isascii() and text.isdigit():
        return timedelta(seconds=min(int(text[:9]), 10**8))
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC), timedelta())


def _unconnected(error: aiohttp.ClientConnectorError) -> Outcome:
    if isinstance(error.os_error, ForbiddenAddress):
        return Outcome.refused("forbidden-address")
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Outcome.retry("dns")
    if isinstance(error, aiohttp.ClientConnectorSSLError | aiohttp.ClientConnectorCertificateError):
        return Outcome.retry("tls")
    return Outcome.retry("connect")
