"""A partner's address leads to the internet, or to where the operator allowed; nowhere else."""

import asyncio
import ipaddress
import uuid

import pytest

from intake.delivery.http import posting
from intake.delivery.networks import ForbiddenAddress, require_allowed
from intake.outbox.destinations import Letter, Outcome, Parcel, Result
from tests.intake.outbox.factories import NOON
from tests.portal.demo.partner.simulator import free_port

FORBIDDEN = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",  # noqa: S104
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.127.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:7f00:1::1",
    "2001::1",
    "2001:db8::1",
    "3fff::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "100::1",
    "4000::1",
]
PUBLIC = ["93.184.216.34", "145.100.1.1", "2a02:a45c::1", "2600:1::1"]


def allowed(host: str, *, port: int = 443, scheme: str = "https", networks: str = "") -> bool:
    nets = [ipaddress.ip_network(text) for text in networks.split()]
    try:
        require_allowed(host=host, port=port, scheme=scheme, allowed=nets)
    except ForbiddenAddress:
        return False
    return True


@pytest.mark.parametrize("host", FORBIDDEN)
def test_what_is_not_public_is_forbidden(host: str) -> None:
    assert not allowed(host)


@pytest.mark.parametrize("host", PUBLIC)
def test_the_internet_is_https_on_a_known_port(host: str) -> None:
    assert allowed(host)
    assert allowed(host, port=8443)
    assert not allowed(host, port=22)
    assert not allowed(host, port=80, scheme="http")


def test_an_allowed_network_is_allowed_and_no_other() -> None:
    assert allowed("127.0.0.1", port=8081, scheme="http", networks="127.0.0.1/32")
    assert not allowed("127.0.0.2", port=8081, scheme="http", networks="127.0.0.1/32")
    assert not allowed("::ffff:127.0.0.1", networks="127.0.0.0/8")
    assert allowed("10.20.0.9", networks="10.20.0.0/16 fd00::/8")


def posted(address: str, *networks: str) -> Outcome:
    parcel = Parcel(
        id=uuid.uuid4(),
        fence=1,
        kind="partner",
        key="isd",
        attempt=1,
        due=NOON,
        event_id=uuid.uuid4(),
        type="t",
        case_id=None,
        submission_id=uuid.uuid4(),
        occurred_at=NOON,
    )
    letter = Letter(parcel=parcel, address=address, networks=networks, headers={}, body=b"x")

    async def post() -> Outcome:
        async with posting() as send:
            return await send(letter)

    return asyncio.run(post())


@pytest.mark.parametrize(
    "address",
    ["https://127.0.0.1/", "https://localhost:8443/", "https://[::1]/", "http://127.0.0.1:1/"],
)
def test_no_connection_is_made_where_it_may_not_be(address: str) -> None:
    assert posted(address) == Outcome.refused("forbidden-address")


def test_a_name_is_judged_by_where_it_leads() -> None:
    assert posted("http://localhost:8081/", "10.0.0.0/8") == Outcome.refused("forbidden-address")


def test_nobody_listening_is_a_failure_that_may_pass() -> None:
    outcome = posted(f"http://127.0.0.1:{free_port()}/", "127.0.0.1/32")
    assert (outcome.result, outcome.reason) == (Result.RETRY, "connect")
