"""The simulator shows what a partner got, and its buttons work through the partner API."""

import urllib.error
import urllib.parse
import urllib.request

import pytest

from intake.cases.history import open_texts
from intake.cases.models import Case, StatusEvent
from intake.outbox.models import OutboxDelivery
from intake.outbox.states import State
from intake.vault.sealing import Opening
from tests.filling import BSN
from tests.intake.outbox.factories import NOON
from tests.portal.demo.partner.simulator import HERE, SimulatorProcess

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]


def page(simulator: SimulatorProcess) -> str:
    with urllib.request.urlopen(f"http://{HERE}:{simulator.port}/", timeout=60) as answer:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        return str(answer.read().decode())


def press(simulator: SimulatorProcess, button: str, **fields: str) -> str:
    [message] = simulator.effects("kredietbank")
    return post(simulator, f"/kredietbank/{button}", bericht=message, **fields)


def post(simulator: SimulatorProcess, path: str, **fields: str) -> str:
    request = urllib.request.Request(
        f"http://{HERE}:{simulator.port}{path}",
        data=urllib.parse.urlencode(fields).encode(),
        method="POST",
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return str(answer.read().decode())


def statuses(case: Case) -> list[str]:
    return list(StatusEvent.objects.filter(case=case).in_order().values_list("status", flat=True))


def test_a_partner_reads_what_it_got(simulator: SimulatorProcess, case: Case) -> None:
    text = page(simulator)
    assert "Simulator" in text
    assert f'data-reference="{case.reference}"' in text
    assert "Burgerservicenummer" in text
    assert BSN in text
    assert text.count("data-message=") == 1


def test_nothing_readable_is_kept(simulator: SimulatorProcess) -> None:
    for path in simulator.folder.rglob("*"):
        assert path.is_dir() or BSN.encode() not in path.read_bytes()


def test_confirming_and_accepting(simulator: SimulatorProcess, case: Case) -> None:
    assert "Ontvangst bevestigd" in press(simulator, "bevestigen")
    assert OutboxDelivery.objects.to_partners().get().state == State.ACKNOWLEDGED
    press(simulator, "melden", status="aanvaard")
    assert statuses(case) == ["ontvangen", "aangekomen", "aanvaard"]
    text = page(simulator)
    assert "Ontvangst bevestigen" not in text
    assert "Aanvaarden" not in text


def test_returning_with_a_reason(simulator: SimulatorProcess, case: Case) -> None:
    press(simulator, "melden", status="geretourneerd", tekst="Dit is niet voor ons.")
    opening = Opening(actor="user:x", purpose="test", subject=f"case:{case.id}", at=NOON)
    assert list(open_texts(case, opening=opening).values()) == ["Dit is niet voor ons."]


def test_what_the_municipality_refuses_is_told(simulator: SimulatorProcess) -> None:
    assert "antwoord 400" in press(simulator, "melden", status="geretourneerd")


def test_a_forged_message_is_not_taken_in(simulator: SimulatorProcess) -> None:
    with pytest.raises(urllib.error.HTTPError, match="400"):
        post(simulator, "/kredietbank/berichten")
    assert simulator.journal("kredietbank")[-1]["event"] == "rejected"
    assert simulator.effects("kredietbank").total() == 1


@pytest.mark.parametrize("path", ["/nobody/berichten", "/nobody/melden", "/kredietbank/elders"])
def test_who_is_not_there_is_not_found(simulator: SimulatorProcess, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        post(simulator, path)
