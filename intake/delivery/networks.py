"""Which addresses a delivery may connect to (server-side request forgery).

Checked for every connection, on the address that is really connected to: what a name
resolved to a moment ago says nothing. Python's `is_global` lets NAT64, 6to4 and
multicast through, so the list is our own.
"""

import ipaddress
from collections.abc import Sequence
from typing import TypeAlias

from intake.partners.routes import PORTS

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

_PUBLIC_6 = ipaddress.ip_network("2000::/3")
_DENIED: tuple[Network, ...] = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, and the clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/3",  # multicast, reserved, broadcast
        "2001::/23",  # protocol assignments: Teredo, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: holds an IPv4 address
        "3fff::/20",  # documentation
    )
)
# Outside 2000::/3 nothing is public: ::1, ::ffff:0:0/96, 64:ff9b::/96, fc00::/7, fe80::/10.


class ForbiddenAddress(OSError):
    """A connection that a delivery may not make. The message is always the same."""

    def __init__(self) -> None:
        super().__init__("forbidden address")


def require_allowed(*, host: str, port: int, scheme: str, allowed: Sequence[Network]) -> None:
    """Refuse an IP address and port before connecting to it. Raises ForbiddenAddress.

    `allowed`: the networks an operator allowed for this partner; only there may the
    scheme be http, and the port any.
    """
    address = ipaddress.ip_address(host.partition("%")[0])
    if any(address.version == net.version and address in net for net in allowed):
        return
    if scheme != "https" or port not in PORTS or not is_public(address):
        raise ForbiddenAddress


def is_public(address: Address) -> bool:
    """Whether it is an ordinary address on the internet."""
    if address.version == 6 and address not in _PUBLIC_6:  # noqa: PLR2004
        return False
    return not any(address.version == net.version and address in net for net in _DENIED)
