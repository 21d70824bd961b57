"""The simulator's process, and partners that live in it."""

from collections.abc import Iterator

import pytest
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from intake.actions.configure_partner import configure_partner
from intake.partners.keys import read_public_keys
from tests.portal.demo.partner.simulator import SimulatorProcess

LOOPBACK = "127.0.0.1/32"


@pytest.fixture(scope="session")
def simulator_process(
    live_server: LiveServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SimulatorProcess]:
    folder = tmp_path_factory.mktemp("partners")
    with SimulatorProcess(folder=folder, portal=live_server.url) as process:
        yield process


@pytest.fixture
def simulator(
    simulator_process: SimulatorProcess, transactional_db: None
) -> Iterator[SimulatorProcess]:
    """The simulator, with the kredietbank reachable on it."""
    place(simulator_process, "kredietbank")
    yield simulator_process
    simulator_process.forget()


def place(simulator: SimulatorProcess, partner: str) -> None:
    """Let a partner live in the simulator."""
    configure_partner(
        partner=partner,
        address=simulator.address(partner),
        networks=[LOOPBACK],
        keys=read_public_keys(simulator.public_keys(partner)),
        now=timezone.now(),
    )
