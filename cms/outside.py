"""Asking other sites whether what pages link to is still there; our own network never."""

import socket
from collections.abc import Sequence
from http import HTTPStatus
from http.client import HTTPMessage
from ipaddress import ip_address, ip_network
from typing import IO, Final
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from intake.delivery.networks import is_public

SECONDS: Final = 10
NO_ANSWER: Final = "no answer"
NOT_ASKED: Final = "not asked"
AGENT: Final = "Voordeur link check"
# Sites that turn robots away are there for people: only these say that a page is not.
FAILING: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


class Inside(OSError):
    """An address in a network that is not everybody's: an editor may not look into it."""


def is_outside(address: str) -> bool:
    """Whether a link leads to another site; what cannot be read as an address does not."""
    try:
        return urlsplit(address).scheme in {"http", "https"}
    except ValueError:
        return False


def ask(url: str, *, allowed: Sequence[str] = ()) -> str:
    """What is wrong with an address: nothing, a status, or that it does not answer.

    `allowed`: networks that may be asked although they are not public.
    """
    try:
        _require_public(url, allowed)
        request = Request(url, headers={"User-Agent": AGENT})  # noqa: S310 (http and https only)
        with build_opener(_Redirects(allowed)).open(request, timeout=SECONDS):
            return ""
    except HTTPError as error:
        error.close()
        failing = error.code in FAILING or error.code >= HTTPStatus.INTERNAL_SERVER_ERROR
        return str(error.code) if failing else ""
    except Inside:
        return NOT_ASKED
    except (OSError, ValueError):
        return NO_ANSWER


class _Redirects(HTTPRedirectHandler):
    """Follows to public addresses only."""

    def __init__(self, allowed: Sequence[str]) -> None:
        self.allowed = allowed

    def redirect_request(  # noqa: PLR0917 (the standard library's own)
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> Request | None:
        """Look at where it leads first."""
        _require_public(newurl, self.allowed)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _require_public(url: str, allowed: Sequence[str]) -> None:
    """Refuse what resolves to an address of our own network. Raises Inside."""
    parts = urlsplit(url)
    networks = [ip_network(each) for each in allowed]
    for *_rest, place in socket.getaddrinfo(parts.hostname, parts.port or parts.scheme):
        address = ip_address(str(place[0]).partition("%")[0])
        ours = any(address.version == each.version and address in each for each in networks)
        if not ours and not is_public(address):
            raise Inside
