"""A planted BSN and story travel sealed: in no file, log, mail or broker message."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from intake.outbox.models import OutboxDelivery
from intake.outbox.states import State
from tests import intakes
from tests.filling import BSN
from tests.intake.delivery.conftest import place
from tests.intake.delivery.relay_process import RelayProcess
from tests.portal.demo.partner.simulator import SimulatorProcess

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]
PLANTS = [BSN.encode(), b"Ik heb het moeilijk", b"NL91ABNA0417164300", b"resident@example.org"]


def files(*folders: Path) -> Iterator[Path]:
    """Every file in some folders, and the database's own."""
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())
    if connection.vendor == "sqlite":
        name = Path(str(connection.settings_dict["NAME"]))
        yield from name.parent.glob(f"{name.name}*")


def test_nothing_readable_is_left_behind(simulator: SimulatorProcess) -> None:
    intakes.published()
    for partner in ("sociaal-team", "isd", "kredietbank", "gemeente-vergunningen"):
        place(simulator, partner)
    intakes.submitted(intakes.resident(), now=timezone.now())

    with RelayProcess() as relay:
        output = relay.finish()

    partners = OutboxDelivery.objects.to_partners()
    assert {delivery.state for delivery in partners} == {State.SENT}
    mails = Path(settings.VAR_DIR) / "mail"
    for path in files(Path(settings.VAR_DIR), simulator.folder):
        content = path.read_bytes()
        for plant in PLANTS:
            addressed = plant == b"resident@example.org" and mails in path.parents
            assert addressed or plant not in content, f"{plant!r} stands in {path}"
    assert not any(plant.decode() in output for plant in PLANTS)
