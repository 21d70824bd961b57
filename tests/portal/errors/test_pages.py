"""What somebody reads when a page cannot be given, also while the database is away."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django.fixtures import Settings

from cms import last_known
from portal import urls as portal_urls
from tests.cms.factories import home_page, municipality_data
from tests.portal.accounts.factories import resident, sign_in

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

HELP = {"tel:140999", "/zoeken/"}


def refuse(request: HttpRequest) -> HttpResponse:
    """Fails as the address says."""
    raise {
        "400": SuspiciousOperation("secret"),
        "403": PermissionDenied("secret"),
        "500": ValueError("secret"),
        "503": OperationalError("secret"),
    }[request.path_info.strip("/").rpartition("-")[2]]


handler400, handler403 = portal_urls.handler400, portal_urls.handler403
handler404, handler500 = portal_urls.handler404, portal_urls.handler500
urlpatterns = [
    *(
        path(f"{prefix}refuse-{code}/", refuse)
        for prefix in ("", "en/", "api/")
        for code in (400, 403, 500, 503)
    ),
    *portal_urls.urlpatterns,
]


@pytest.fixture
def visitor(settings: Settings) -> Client:
    """Sees error pages instead of exceptions."""
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


@pytest.fixture
def seen(db: None, visitor: Client, settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Somebody has read a page before, so that the municipality's words are known."""
    settings.VAR_DIR = tmp_path
    last_known._words.clear()
    municipality_data()
    home_page()
    assert visitor.get("/").status_code == 200
    yield
    last_known._words.clear()


@pytest.fixture
def no_database(seen: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on every query fails."""

    def gone(*_arguments: object, **_named: object) -> None:
        raise OperationalError("secret")

    monkeypatch.setattr(connection, "cursor", gone)


def page_of(answer: "Response", code: int) -> BeautifulSoup:
    html = answer.content.decode()
    assert answer.status_code == code
    assert "secret" not in html
    return BeautifulSoup(html, "html.parser")


def ways(page: BeautifulSoup) -> set[str]:
    links = {str(link["href"]) for link in page.select("a[href]")}
    return links | {str(form["action"]) for form in page.select("form[action]")}


@pytest.mark.usefixtures("seen")
@pytest.mark.parametrize("code", [400, 403, 404, 500])
def test_a_page_that_failed_leads_on_to_search_the_phone_the_counter_and_home(
    visitor: Client, code: int
) -> None:
    page = page_of(visitor.get(f"/refuse-{code}/"), code)
    assert ways(page) >= {*HELP, "/"}
    assert "Terp 1" in page.text
    assert len(page.select("h1")) == 1


@pytest.mark.usefixtures("no_database")
@pytest.mark.parametrize("code", [400, 500, 503])
def test_it_needs_no_database(visitor: Client, code: int) -> None:
    page = page_of(visitor.post(f"/refuse-{code}/"), code)
    assert "tel:140999" in ways(page)
    assert "Terp 1" in page.text


@pytest.mark.usefixtures("no_database")
def test_without_a_database_a_visitor_hears_when_to_come_back(visitor: Client) -> None:
    answer = visitor.get("/")
    assert "tel:140999" in ways(page_of(answer, 503))
    assert int(answer["Retry-After"]) > 0
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.usefixtures("seen")
def test_without_a_database_somebody_who_was_logged_in_hears_it_too(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(visitor, resident())
    monkeypatch.setattr(
        connection, "cursor", lambda *_a, **_n: (_ for _ in ()).throw(OperationalError)
    )
    assert page_of(visitor.get("/mijn/"), 503).select("h1")


@pytest.mark.usefixtures("no_database")
def test_a_process_that_never_met_the_database_reads_what_was_kept(visitor: Client) -> None:
    last_known._words.clear()
    assert "tel:140999" in ways(page_of(visitor.post("/refuse-500/"), 500))


@pytest.mark.usefixtures("no_database")
def test_where_nothing_is_known_the_page_still_says_what_to_do(
    visitor: Client, settings: Settings, tmp_path: Path
) -> None:
    last_known._words.clear()
    settings.VAR_DIR = tmp_path / "empty"
    assert page_of(visitor.post("/refuse-500/"), 500).select_one("#help-title")


@pytest.mark.usefixtures("seen")
@pytest.mark.parametrize("code", [400, 403, 404, 500, 503])
def test_it_speaks_the_language_of_the_address(visitor: Client, code: int) -> None:
    page = page_of(visitor.get(f"/en/refuse-{code}/"), code)
    assert page.html is not None
    assert page.html["lang"] == "en"


@pytest.mark.usefixtures("seen")
@pytest.mark.parametrize("code", [400, 403, 404, 500, 503])
def test_a_program_gets_a_problem_it_can_read(visitor: Client, code: int) -> None:
    by_address = visitor.get(f"/api/refuse-{code}/")
    by_wish = visitor.get(f"/refuse-{code}/", headers={"Accept": "application/json"})
    for answer in (by_address, by_wish):
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["status"] == answer.status_code == code


def test_a_wrong_host_name_is_refused_without_using_it(visitor: Client) -> None:
    page = page_of(visitor.get("/", headers={"Host": "evil.example"}), 400)
    assert "evil.example" not in str(page)
