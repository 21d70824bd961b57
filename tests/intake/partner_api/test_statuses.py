"""POST /zaken/{id}/statussen: what the resident sees, once per key, only one's own cases."""

import uuid
from typing import Any

import pytest
from django.utils import timezone

from intake.cases.history import open_texts
from intake.cases.models import Case, StatusEvent
from intake.vault.sealing import Opening
from tests.intake.partner_api.factories import Caller

pytestmark = pytest.mark.django_db


def told(caller: Caller, case_id: uuid.UUID, *, key: str = "", **melding: str) -> Any:
    headers = {"Idempotency-Key": key or str(uuid.uuid4())}
    return caller.post(f"/zaken/{case_id}/statussen", melding, headers=headers)


def texts(case: Case) -> list[str]:
    opening = Opening(actor="user:x", purpose="test", subject="case:x", at=timezone.now())
    return list(open_texts(case, opening=opening).values())


def test_accepting_is_in_the_history_with_its_text(kredietbank: Caller, own_case: Case) -> None:
    answer = told(kredietbank, own_case.id, status="aanvaard", tekst="Wij bellen u morgen.")
    assert answer.status_code == 201
    assert answer.json()["status"] == "aanvaard"
    assert texts(own_case) == ["Wij bellen u morgen."]
    assert b"bellen" not in bytes(StatusEvent.objects.get(status="aanvaard").text or b"")


def test_the_same_key_is_the_same_status(kredietbank: Caller, own_case: Case) -> None:
    first = told(kredietbank, own_case.id, key="k1", status="aanvaard")
    second = told(kredietbank, own_case.id, key="k1", status="aanvaard")
    assert first.json() == second.json()
    assert StatusEvent.objects.filter(status="aanvaard").count() == 1


def test_the_same_key_for_something_else_is_refused(kredietbank: Caller, own_case: Case) -> None:
    told(kredietbank, own_case.id, key="k1", status="aanvaard")
    assert told(kredietbank, own_case.id, key="k1", status="vraag").status_code == 422


def test_the_same_key_with_another_text_is_refused(kredietbank: Caller, own_case: Case) -> None:
    told(kredietbank, own_case.id, key="k1", status="aanvaard", tekst="Wij bellen u.")
    answer = told(kredietbank, own_case.id, key="k1", status="aanvaard", tekst="Wij bellen niet.")
    assert answer.status_code == 422
    assert texts(own_case) == ["Wij bellen u."]


def test_a_key_must_be_given(kredietbank: Caller, own_case: Case) -> None:
    answer = kredietbank.post(f"/zaken/{own_case.id}/statussen", {"status": "aanvaard"})
    assert answer.status_code == 400


def test_returning_asks_for_a_reason(kredietbank: Caller, own_case: Case) -> None:
    assert told(kredietbank, own_case.id, status="geretourneerd").status_code == 400
    answer = told(kredietbank, own_case.id, status="geretourneerd", reden="Niet voor ons.")
    assert answer.status_code == 201
    assert texts(own_case) == ["Niet voor ons."]


@pytest.mark.parametrize(
    "melding",
    [
        {"status": "geretourneerd", "tekst": "Niet voor ons."},
        {"status": "geretourneerd", "reden": " ", "tekst": "Niet voor ons."},
        {"status": "vraag"},
        {"status": "vraag", "tekst": "\n", "reden": "Welke schulden?"},
    ],
)
def test_what_the_resident_must_read_is_not_left_out(
    kredietbank: Caller, own_case: Case, foreign_case: Case, melding: dict[str, str]
) -> None:
    assert told(kredietbank, own_case.id, **melding).status_code == 400
    assert told(kredietbank, foreign_case.id, **melding).status_code == 404


def test_a_foreign_case_looks_like_an_unknown_one(kredietbank: Caller, foreign_case: Case) -> None:
    foreign = told(kredietbank, foreign_case.id, status="aanvaard")
    unknown = told(kredietbank, uuid.uuid4(), status="aanvaard")
    assert foreign.status_code == unknown.status_code == 404
    assert foreign.content == unknown.content
    assert not StatusEvent.objects.filter(status="aanvaard").exists()


def test_what_cannot_follow_is_a_conflict(kredietbank: Caller, own_case: Case) -> None:
    told(kredietbank, own_case.id, status="afgerond")
    assert told(kredietbank, own_case.id, status="aanvaard").status_code == 409


def test_a_partner_cannot_speak_for_the_resident(kredietbank: Caller, own_case: Case) -> None:
    assert told(kredietbank, own_case.id, status="ingetrokken").status_code == 400
