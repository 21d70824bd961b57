"""A real browser that shows what Django's test client got, in this process.

No server, no port, no second database: what the browser shows is what a view returned
inside the test's own transaction. The view answers before the browser asks, because
inside the browser's event loop Django would open a connection of its own.
"""

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, Route

PATIENCE: Final = 60_000  # ms
ADDRESS: Final = "http://localhost"
NOT_PASSED_ON: Final = {"content-length", "set-cookie"}
FONT: Final = ".woff2"
READY: Final = "document.fonts.ready.then(() => true)"
SHIFTED: Final = """() => new Promise(done => {
  let sum = 0;
  const add = entries => entries.forEach(entry => { sum += entry.value; });
  const observer = new PerformanceObserver(list => add(list.getEntries()));
  observer.observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => {
    add(observer.takeRecords());
    done(sum);
  }));
})"""


@dataclass(frozen=True)
class Answer:
    """A page as the server sent it."""

    path: str
    status: int
    headers: dict[str, str]
    html: str


@dataclass
class Window:
    """One tab, as `client` is signed in.

    `complaints` holds what the browser's console said, `prepared` what it may fetch by
    address. A form that is sent from it goes nowhere. `shifts`: how far words moved while
    the last page loaded, and then when its fonts came, which it gets only after that: so
    it is the same on every machine, and never less than on the slowest line.
    """

    page: Page
    client: Client
    complaints: list[str] = field(default_factory=list)
    prepared: dict[str, Answer] = field(default_factory=dict)
    shifts: tuple[float, float] = (0, 0)
    held: list[Route] | None = None  # fonts that were asked for too early

    def fetch(self, path: str, *, sends: Mapping[str, str] | None = None) -> Answer:
        """What the server answers to an address, or to a form and where it leads.

        Raises AssertionError when an address is no page, such as a redirect.
        """
        if sends is None:
            response = self.client.get(path)
        else:
            response = self.client.post(path, dict(sends), follow=True)
        assert not 300 <= response.status_code < 400, f"{path} leads to {response['Location']}"
        headers = {n: v for n, v in response.items() if n.lower() not in NOT_PASSED_ON}
        return Answer(path, response.status_code, headers, response.content.decode())

    def open(self, answer: Answer) -> None:
        """Show what was fetched."""
        self.complaints.clear()
        self.prepare(answer)
        held: list[Route] = []
        self.held = held
        self.page.goto(ADDRESS + answer.path, wait_until="domcontentloaded")
        loading = self.shifted()
        self.held = None
        for route in held:
            _serve_file(route)
        self.page.evaluate(READY)
        self.shifts = (loading, self.shifted() - loading)

    def shifted(self) -> float:
        """How far words moved since the page began to load, by the browser's own measure."""
        return float(self.page.evaluate(SHIFTED))

    def prepare(self, answer: Answer) -> None:
        """Have something ready that the page will ask for."""
        self.prepared[answer.path] = answer

    def widen(self, width: int = 1280, *, height: int = 900) -> None:
        """Give the tab another size, in CSS pixels."""
        self.page.set_viewport_size({"width": width, "height": height})

    def fulfil(self, route: Route) -> None:
        """Answer one request of the browser: the page, or a file that belongs to it."""
        address = urlsplit(route.request.url)
        if f"{address.scheme}://{address.netloc}" != ADDRESS:
            self.complaints.append(f"asks another party: {address.netloc}")
            route.abort()
        elif route.request.method == "POST":
            route.fulfill(status=204)
        elif answer := self.prepared.get(route.request.url.removeprefix(ADDRESS)):
            route.fulfill(status=answer.status, headers=answer.headers, body=answer.html)
        elif self.held is not None and address.path.endswith(FONT):
            self.held.append(route)
        else:
            _serve_file(route)

    def heard(self, message: ConsoleMessage) -> None:
        """Note what the browser says is wrong; that a page is an error page is no news."""
        if message.type == "error" and "responded with a status of" not in message.text:
            self.complaints.append(message.text)


def window(browser: Browser, client: Client) -> Window:
    """Open an empty tab; close `window.page.context` afterwards."""
    # Nothing fades, so that a colour is what it will be from the first moment on.
    context = browser.new_context(locale="nl-NL", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    opened = Window(context.new_page(), client)
    opened.page.route("**/*", opened.fulfil)
    opened.page.on("console", opened.heard)
    return opened


def _serve_file(route: Route) -> None:
    name = urlsplit(route.request.url).path.removeprefix("/static/")
    found = finders.find(name)
    if not found:
        route.fulfill(status=404)
        return
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    route.fulfill(status=200, content_type=kind, body=Path(str(found)).read_bytes())
