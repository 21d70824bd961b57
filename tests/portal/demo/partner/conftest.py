"""The simulator with everything that one submission sent to it."""

from collections.abc import Iterator

import pytest
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from intake.cases.models import Case
from tests import intakes
from tests.intake.delivery.conftest import place
from tests.intake.partner_api.factories import relayed
from tests.portal.demo.partner.simulator import SimulatorProcess


@pytest.fixture
def simulator(
    live_server: LiveServer, tmp_path_factory: pytest.TempPathFactory, transactional_db: None
) -> Iterator[SimulatorProcess]:
    folder = tmp_path_factory.mktemp("partners")
    with SimulatorProcess(folder=folder, portal=live_server.url) as process:
        intakes.published()
        place(process, "kredietbank")
        intakes.submitted(intakes.resident(), ("schuldhulp",), now=timezone.now())
        relayed()
        yield process


@pytest.fixture
def case(simulator: SimulatorProcess) -> Case:
    assert simulator
    return Case.objects.get()
