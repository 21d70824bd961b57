"""GET /berichten: one's own messages, sealed, in order and without gaps; and the documents."""

import json

import jsonschema
import pytest
from django.test import Client

from intake.outbox.models import OutboxDelivery
from intake.outbox.states import State
from portal.demo.partner.open_message import open_body
from tests import intakes
from tests.filling import BSN
from tests.intake.delivery import factories as delivery
from tests.intake.partner_api import factories
from tests.intake.partner_api.factories import BASE, HOST, Caller

pytestmark = pytest.mark.django_db


def test_a_partner_reads_its_own_part_and_nobody_elses(kredietbank: Caller, client: Client) -> None:
    schema = b"".join(client.get(f"{BASE}/schemas/zaak-doorgestuurd.v1.json").streaming_content)  # type: ignore[attr-defined]

    answer = kredietbank.get("/berichten").json()

    assert answer["laatste"] == 1
    [message] = answer["berichten"]
    document = open_body(
        message["inhoud"].encode(),
        private_keys=kredietbank.keys.private,
        sender_keys=delivery.sender_keys(),
    )
    jsonschema.validate(document, json.loads(schema))
    assert document["zaak"]["id"] == message["zaak"]
    assert document["zaak"]["onderwerp"] == "schuldhulp"
    assert document["ontvanger"] == {"sleutel": "kredietbank", "rol": "mandaat"}
    assert document["gemeente"]["oin"] == "00000001234567890000"
    elements = {answer["element"] for answer in document["antwoorden"]}
    assert "p.bsn" in elements
    assert not any(element.startswith("huishoudelijke-hulp.") for element in elements)


def test_numbers_have_no_gaps_and_pages_fit_together(kredietbank: Caller) -> None:
    for _ in range(4):
        intakes.submitted(intakes.resident(), ("schuldhulp",))
    factories.relayed()
    first = kredietbank.get("/berichten?limiet=2").json()
    rest = kredietbank.get(f"/berichten?na={first['laatste']}").json()
    numbers = [one["volgnummer"] for one in first["berichten"] + rest["berichten"]]
    assert numbers == [1, 2, 3, 4, 5]


def test_a_withdrawn_message_keeps_its_number_and_loses_its_content(
    kredietbank: Caller,
) -> None:
    OutboxDelivery.objects.filter(partner_id="kredietbank").update(state=State.WITHDRAWN)
    [message] = kredietbank.get("/berichten").json()["berichten"]
    assert (message["volgnummer"], message["inhoud"]) == (1, None)


def test_waiting_ends(kredietbank: Caller) -> None:
    answer = kredietbank.get("/berichten?na=1&wacht=1")
    assert answer.json() == {"berichten": [], "laatste": 1}


def test_nothing_readable_is_in_the_answer(kredietbank: Caller) -> None:
    assert BSN not in kredietbank.get("/berichten").content.decode()


@pytest.mark.parametrize("query", ["na=-1", "limiet=0", "limiet=1000", "wacht=60", "na=x"])
def test_what_was_not_agreed_is_refused(kredietbank: Caller, query: str) -> None:
    assert kredietbank.get(f"/berichten?{query}").status_code == 400


def test_the_api_describes_itself_without_log_in(client: Client) -> None:
    described = client.get(f"{BASE}/openapi.json", headers={"host": HOST})
    assert described["API-Version"] == "1.0.0"
    assert set(described.json()["paths"]) == {
        f"{BASE}/ontvangsten",
        f"{BASE}/zaken/{{zaak}}/statussen",
        f"{BASE}/berichten",
    }


@pytest.mark.parametrize("path", ["/", "/berichten/", "/onbekend", "/schemas/ander.json"])
def test_an_unknown_address_is_a_problem_and_no_redirect(client: Client, path: str) -> None:
    answer = client.get(f"{BASE}{path}", headers={"host": HOST})
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
