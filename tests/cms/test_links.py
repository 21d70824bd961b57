"""Links that lead nowhere are found: our own at once, those elsewhere by the command."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.documents import get_document_model

from cms.links import GONE, GONE_DOCUMENT, NO_ANSWER, ask, broken, check
from cms.models import OutsideLink, TopicPage
from tests.cms.factories import contact_page, home_page, topic_page
from tests.cms.moments import NOW


class Receiver(BaseHTTPRequestHandler):
    """Answers with the status that stands in the path."""

    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
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
    assert ask(f"{elsewhere}/{status}") == problem


def test_a_site_that_is_not_there_does_not_answer() -> None:
    assert ask("http://127.0.0.1:9/") == NO_ANSWER


def test_the_command_finds_what_is_gone_elsewhere(
    db: None, elsewhere: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page_with(f'<a href="{elsewhere}/200">goed</a>', f'<a href="{elsewhere}/404">weg</a>')
    assert problems() == {}
    call_command("check_links")
    assert capsys.readouterr().out.startswith("1 link")
    assert problems() == {f"{elsewhere}/404": "404"}


def test_an_address_that_no_page_has_any_more_is_forgotten(db: None) -> None:
    OutsideLink.objects.create(url="https://weg.example/", problem="404", checked_at=NOW)
    home_page()
    check(now=NOW)
    assert not OutsideLink.objects.exists()
