"""Links that lead nowhere are found: our own at once, those elsewhere by the command."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.documents import get_document_model

from cms.links import GONE, GONE_DOCUMENT, UNREADABLE, WORDS, broken, check
from cms.models import OutsideLink, TopicPage
from cms.outside import NO_ANSWER, NOT_ASKED, ask
from tests.cms.factories import contact_page, home_page, topic_page
from tests.cms.moments import NOW

LOOPBACK = ["127.0.0.0/8"]


class Receiver(BaseHTTPRequestHandler):
    """Answers with the status that stands in the path."""

    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.send_header("Location", "http://127.0.0.2/")  # to where a redirect would lead
        self.end_headers()

    def log_message(self, *_args: Any) -> None:
        """Be quiet."""


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    """The address of a real site elsewhere."""
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def page_with(*links: str) -> TopicPage:
    html = "".join(f"<p>{link}</p>" for link in links)
    text = [("text", {"heading": "", "text": html})]
    return topic_page(home_page(), what_is_it=text)


def problems() -> dict[str, str]:
    return {link.address: str(link.problem) for link in broken()}


def test_links_that_work_are_not_listed(db: None) -> None:
    home = home_page()
    contact = contact_page(home)
    document = get_document_model().objects.create(title="Folder", file="folder.pdf")
    links = [
        f'<a linktype="page" id="{contact.pk}">contact</a>',
        f'<a linktype="document" id="{document.pk}">folder</a>',
        '<a href="/contact/">contact</a>',
        '<a href="/contact/#bellen">bellen</a>',
        '<a href="/intake/">beginnen</a>',
        '<a linktype="telephone">14 0123</a>',
        '<a href="tel:112">112</a>',
        '<a href="mailto:a@b.example">mail</a>',
    ]
    html = "".join(links)
    topic_page(home, what_is_it=[("text", {"heading": "", "text": f"<p>{html}</p>"})])
    assert problems() == {}


def test_a_page_that_was_unpublished_is_listed_with_who_links_to_it(db: None) -> None:
    home = home_page()
    contact = contact_page(home)
    link = f'<p><a linktype="page" id="{contact.pk}">contact</a> <a href="/contact/">c</a></p>'
    topic = topic_page(home, what_is_it=[("text", {"heading": "", "text": link})])
    contact.unpublish()
    assert problems() == {f"page:{contact.pk}": str(GONE), "/contact/": str(GONE)}
    assert {found.page.pk for found in broken()} == {topic.pk}


def test_what_never_was_is_listed(db: None) -> None:
    page_with('<a linktype="document" id="77">folder</a>', '<a href="/bestaat-niet/">x</a>')
    assert problems() == {"document:77": str(GONE_DOCUMENT), "/bestaat-niet/": str(GONE)}


@pytest.mark.parametrize(
    ("status", "problem"),
    [(200, ""), (403, ""), (429, ""), (404, "404"), (410, "410"), (503, "503")],
)
def test_a_site_that_turns_robots_away_is_not_broken(
    elsewhere: str, status: int, problem: str
) -> None:
    assert ask(f"{elsewhere}/{status}", allowed=LOOPBACK) == problem


def test_a_site_that_is_not_there_does_not_answer() -> None:
    assert ask("http://127.0.0.1:9/", allowed=LOOPBACK) == NO_ANSWER


def test_our_own_network_is_not_looked_into(elsewhere: str) -> None:
    assert ask(f"{elsewhere}/404") == NOT_ASKED
    assert ask("http://169.254.169.254/latest/") == NOT_ASKED
    assert ask("http://[::1]/") == NOT_ASKED


def test_a_site_elsewhere_does_not_lead_into_our_own_network(elsewhere: str) -> None:
    assert ask(f"{elsewhere}/302", allowed=["127.0.0.1/32"]) == NOT_ASKED


@pytest.mark.parametrize("address", ["//[x", "//elders.example/"])
def test_what_is_no_address_is_listed_and_stops_nothing(db: None, address: str) -> None:
    page_with(f'<a href="{address}">x</a>')
    assert problems() == {address: str(UNREADABLE)}
    assert check(now=NOW) == 0


def test_an_address_that_is_too_long_to_keep_stops_nothing(db: None, elsewhere: str) -> None:
    page_with(f'<a href="{elsewhere}/200?{"x" * 1000}">x</a>', f'<a href="{elsewhere}/200">y</a>')
    assert check(now=NOW, ask=lambda url: "") == 0
    assert OutsideLink.objects.count() == 1


def test_what_is_gone_elsewhere_is_found(db: None, elsewhere: str) -> None:
    page_with(f'<a href="{elsewhere}/200">goed</a>', f'<a href="{elsewhere}/404">weg</a>')
    assert problems() == {}
    assert check(now=NOW, ask=lambda url: ask(url, allowed=LOOPBACK)) == 1
    assert problems() == {f"{elsewhere}/404": "404"}


def test_the_command_says_how_many(
    db: None, elsewhere: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page_with(f'<a href="{elsewhere}/200">binnen</a>')
    call_command("check_links")
    assert capsys.readouterr().out.startswith("1 link")
    assert problems() == {f"{elsewhere}/200": str(WORDS[NOT_ASKED])}


def test_an_address_that_no_page_has_any_more_is_forgotten(db: None) -> None:
    OutsideLink.objects.create(url="https://weg.example/", problem="404", checked_at=NOW)
    home_page()
    check(now=NOW)
    assert not OutsideLink.objects.exists()
