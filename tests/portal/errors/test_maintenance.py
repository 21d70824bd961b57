"""Closed for a while."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _var(settings: Settings, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


@pytest.fixture(params=["variable", "file"])
def closed(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> None:
    """The two ways to close."""
    if request.param == "file":
        (tmp_path / "maintenance").touch()
    else:
        settings.MAINTENANCE = True


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("address", ["/", "/mijn/", "/en/intake/", "/beheer/"])
def test_people_hear_when_to_come_back_and_nothing_is_asked(client: Client, address: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert "<h1" in answer.text
    assert len(queries) == 0


@pytest.mark.usefixtures("closed")
def test_programs_get_a_problem(client: Client) -> None:
    answer = client.post("/api/partner/v1/ontvangsten")
    assert answer.status_code == 503
    assert answer["Content-Type"] == "application/problem+json"
    assert int(answer["Retry-After"]) > 0


@pytest.mark.usefixtures("closed")
def test_the_process_is_alive(client: Client) -> None:
    assert client.get("/healthz/live").status_code == 200


def test_without_either_we_are_open(client: Client) -> None:
    assert client.get("/account/login/").status_code == 200
