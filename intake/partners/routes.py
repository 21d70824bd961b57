"""Where a partner's messages go: its address, or its inbox."""

import ipaddress
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from intake.partners.models import DeliveryMode, Partner, PartnerGate, Suite

PORTS = {443, 8443}
"""Where partners listen, outside the networks an operator allowed."""


class BadAddress(Exception):
    """Not an address that messages can be posted to; says why."""


class BadName(Exception):
    """A partner's key or name is empty or too long; says which."""


class BadNetwork(Exception):
    """Not a network in CIDR notation; says what it is instead."""


class UnknownSuite(Exception):
    """Not a way of sealing that exists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """How to reach a partner. `address` is empty for one that fetches from its inbox."""

    address: str
    suite: Suite
    networks: tuple[str, ...]


def routes(partners: Collection[str]) -> dict[str, Route]:
    """By partner."""
    return {
        key: Route(
            address=partner.address,
            suite=Suite(partner.suite),
            networks=tuple(partner.allow_networks),
        )
        for key, partner in Partner.objects.in_bulk(list(partners)).items()
    }


def change(
    *,
    partner: str,
    name: str = "",
    address: str = "",
    networks: Sequence[str] = (),
    suite: str = "",
    now: datetime,
) -> bool:
    """Create or change a partner; what is empty stays as it is. Whether anything changed.

    Raises BadName, BadAddress, BadNetwork, UnknownSuite.
    """
    _check_name("the key", partner, longest=Partner._meta.get_field("key").max_length or 0)
    row = Partner.objects.filter(key=partner).first()
    row = row or Partner(key=partner, name=partner, created_at=now)
    before = _columns(row)
    row.name = name or row.name
    _check_name("the name", row.name, longest=Partner._meta.get_field("name").max_length or 0)
    row.suite = _suite(suite) if suite else row.suite
    row.allow_networks = [_network(text) for text in networks] or row.allow_networks
    if address:
        row.address, row.delivery = address, DeliveryMode.PUSH
    if row.address:
        _check_address(row.address, networks=row.allow_networks)
    if not row._state.adding and _columns(row) == before:
        return False
    row.save()
    PartnerGate.objects.get_or_create(partner=row)
    return True


def _columns(row: Partner) -> tuple[object, ...]:
    return row.name, row.delivery, row.address, row.suite, row.allow_networks


def _suite(text: str) -> Suite:
    if text not in Suite.values:
        raise UnknownSuite(f"{text}; there is {', '.join(Suite.values)}")
    return Suite(text)


def _network(text: str) -> str:
    try:
        return str(ipaddress.ip_network(text))
    except ValueError:
        raise BadNetwork(f"{text} is not a network such as 10.0.0.0/8") from None


def _check_name(what: str, text: str, *, longest: int) -> None:
    if not text.isprintable() or not 0 < len(text) <= longest:
        raise BadName(f"{what} must be 1 to {longest} characters on one line")


def _check_address(address: str, *, networks: Sequence[str]) -> None:
    """Refuse what can never work; where it leads is checked at every connection."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
        port = 443 if parts.port is None else parts.port
    except ValueError:
        raise BadAddress("not an address") from None
    longest = Partner._meta.get_field("address").max_length or 0
    if len(address) > longest or any(not "!" <= sign <= "~" for sign in address):
        raise BadAddress(f"at most {longest} characters, without spaces or accents")
    if parts.scheme not in {"https", "http"} or not host:
        raise BadAddress("it must be https://host/path")
    if parts.scheme == "http" and not networks:
        raise BadAddress("plain http is for an allowed network only (--allow-network)")
    if port not in PORTS and not networks:
        raise BadAddress("another port than 443 or 8443 is for an allowed network only")
    if parts.username or parts.password or parts.fragment:
        raise BadAddress("it may hold no user, password or fragment")
