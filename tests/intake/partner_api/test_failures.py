"""Also what goes wrong is a problem with the API's version, and says nothing of what was sent."""

import pytest
from django.test import Client

from intake.delivery.document import SCHEMA
from intake.partner_api import api
from tests.intake.partner_api.factories import Caller

pytestmark = pytest.mark.django_db


def test_our_own_fault_is_a_problem_too(
    kredietbank: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_asked: object) -> None:
        raise RuntimeError("111222333")

    monkeypatch.setattr(api, "messages", broken)
    answer = kredietbank.get("/berichten")
    assert (answer.status_code, answer["API-Version"]) == (500, api.VERSION)
    assert answer["Content-Type"] == "application/problem+json"
    assert b"111222333" not in answer.content


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/ontvangsten", "POST"),
        ("DELETE", "/berichten", "GET"),
        ("POST", f"/schemas/{SCHEMA}.json", "GET, HEAD"),
    ],
)
def test_a_wrong_method_is_a_problem_that_names_the_right_ones(
    kredietbank: Caller, method: str, path: str, allowed: str
) -> None:
    kredietbank.client = Client(enforce_csrf_checks=True)
    answer = kredietbank.send(method, path, b"", {})
    assert (answer.status_code, answer["Allow"]) == (405, allowed)
    assert answer["API-Version"] == api.VERSION
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == 405


def test_a_body_that_is_too_big_is_a_problem_too(kredietbank: Caller) -> None:
    answer = kredietbank.post("/ontvangsten", b"[" + b" " * 3_000_000 + b"]")
    assert (answer.status_code, answer["API-Version"]) == (413, api.VERSION)
    assert answer["Content-Type"] == "application/problem+json"
