"""What machines ask."""

from datetime import datetime, timedelta
from http import HTTPStatus

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["/healthz/live", "/healthz/ready"])
def test_all_is_well(client: Client, page: str) -> None:
    answer = client.get(page)
    assert (answer.status_code, answer.content) == (HTTPStatus.OK, b"ok")
    assert "no-store" in answer["Cache-Control"]


def test_a_cache_that_forgets_is_not_ready(client: Client, settings: Settings) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    assert client.get("/healthz/ready").status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert client.get("/healthz/live").status_code == HTTPStatus.OK


def test_a_database_that_is_gone_is_not_ready_and_says_nothing_more(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> None:
        raise DatabaseError("password of user voordeur at db.internal")

    monkeypatch.setattr("portal.health.views.connection.cursor", gone)
    answer = client.get("/healthz/ready")
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert answer.content == b"not ready"


def test_security_txt_says_where_to_report_and_is_valid_for_a_while(client: Client) -> None:
    answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert fields["Contact"].startswith("mailto:")
    assert fields["Canonical"].endswith("/.well-known/security.txt")
    expires = datetime.strptime(fields["Expires"], "%Y-%m-%dT%H:%M:%S%z")
    assert timedelta(days=30) < expires - timezone.now() < timedelta(days=365)
