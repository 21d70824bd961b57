"""The components page in a real browser: axe-core, reflow, and what the scripts add."""

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.test import override_settings
from playwright.sync_api import Page, expect

from tests.accessibility.engines import axe
from tests.portal.ui.test_content import components

pytestmark = pytest.mark.browser
STATIC = Path(settings.BASE_DIR) / "portal/ui/static"
COLOUR_OF_A_BUTTON = (
    "getComputedStyle(document.querySelector('.utrecht-button--primary-action')).backgroundColor"
)
CHANGING = 'input[name="z.kinderen.heeft"]'


class Files(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The components page and its built style sheet on a web address."""
    if not (STATIC / "ui/build/site.css").exists():
        pytest.fail("the style sheet is not built: run make setup", pytrace=False)
    folder = tmp_path_factory.mktemp("site")
    (folder / "static").symlink_to(STATIC)
    (folder / "index.html").write_text(components(), encoding="utf-8")
    with override_settings(HOUSE_STYLE="hoogwater"):
        (folder / "hoogwater.html").write_text(components(), encoding="utf-8")
    session = SimpleNamespace(seconds_left=60, extend_url="/verlengen/")
    (folder / "session.html").write_text(components(session=session), encoding="utf-8")
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Files, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(page: Page, address: str, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    assert axe(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_another_house_style_is_as_accessible(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address)
    ours = page.evaluate(COLOUR_OF_A_BUTTON)
    page.goto(f"{address}hoogwater.html")
    assert page.evaluate(COLOUR_OF_A_BUTTON) != ours
    assert axe(page) == []


def test_nothing_scrolls_sideways_at_320_pixels(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_targets_are_large_enough(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    small = page.evaluate(
        """targets => [...document.querySelectorAll(targets)]
            .map(element => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
            .filter(([, box]) => box.width > 1 && (box.height < 24 || box.width < 24))
            .map(([html]) => html)""",
        "button, .choice, summary, select, nav a, input[type=text]",
    )
    assert small == []


def test_the_focus_starts_in_the_summary_of_errors(page: Page, address: str) -> None:
    page.goto(address)
    assert page.evaluate("document.activeElement.hasAttribute('data-error-summary')")
    page.click("[data-error-summary] a[href='#id-woning']")
    assert page.evaluate("document.activeElement.name") == "z.woning.soort"


def test_a_follow_up_shows_only_when_it_applies(page: Page, address: str) -> None:
    page.goto(address)
    child = page.locator("#id-kind")
    assert not child.is_visible()
    page.check(f'{CHANGING}[value="true"]')
    assert child.is_visible()
    assert child.is_enabled()
    page.check(f'{CHANGING}[value="false"]')
    assert not child.is_visible()


def test_without_javascript_every_part_is_there(page: Page, address: str) -> None:
    page.route("**/site.js", lambda route: route.abort())
    page.goto(address)
    assert page.locator("#id-kind").is_visible()


@pytest.mark.parametrize("way", ["button", "shift"])
def test_quick_exit_leaves_no_entry_in_the_history(page: Page, address: str, way: str) -> None:
    page.route("https://www.buienradar.nl/", lambda route: route.fulfill(body="weer"))
    page.goto("about:blank")
    page.goto(address)
    if way == "button":
        page.click("[data-quick-exit]")
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("https://www.buienradar.nl/")
    page.go_back()
    assert page.url == "about:blank"


def test_what_is_typed_is_saved_when_typing_pauses(page: Page, address: str) -> None:
    page.route("**/bewaren/", lambda route: route.fulfill(status=204))
    page.goto(address)
    with page.expect_request("**/bewaren/") as sent:
        page.fill("#id-verhaal", "Het lukt niet meer.")
    body = sent.value.post_data or ""
    assert "Het lukt niet meer." in body
    assert "csrfmiddlewaretoken" in body
    assert 'name="autosave"' in body
    expect(page.locator("[data-autosave-status]")).to_have_text("Bewaard")


def test_a_save_that_fails_is_said(page: Page, address: str) -> None:
    page.route("**/bewaren/", lambda route: route.fulfill(status=500))
    page.goto(address)
    page.fill("#id-verhaal", "Het lukt niet meer.")
    expect(page.locator("[data-autosave-status]")).to_have_text("Nog niet bewaard")


def test_the_session_is_extended_with_one_key(page: Page, address: str) -> None:
    page.route("**/verlengen/", lambda route: route.fulfill(status=204))
    page.goto(f"{address}session.html")
    dialog = page.locator("[data-session-warning]")
    expect(dialog).to_be_visible()
    assert axe(page) == []
    with page.expect_request("**/verlengen/") as sent:
        page.keyboard.press("Enter")
    assert sent.value.method == "POST"
    expect(dialog).not_to_be_visible()
    page.wait_for_timeout(1500)
    expect(dialog).not_to_be_visible()
