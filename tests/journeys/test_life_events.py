"""From what somebody types about their life to the receipt, in a real Chromium."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys import on_the_site
from tests.journeys.browser_door import BrowserDoor
from tests.journeys.robot import Resident, Screen
from tests.stack import Stack
from tests.turns import in_turn

pytestmark = [pytest.mark.browser, pytest.mark.processes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A life event: what people type, the page they should find, and what it ticks for them."""

    typed: str
    title: str
    topics: tuple[str, ...]
    who: str


EVENTS = {
    "mijn-partner-is-gevallen": Event(
        typed="mijn vrouw is van de trap gevallen",
        title="Mijn partner is gevallen",
        topics=(
            "huishoudelijke-hulp",
            "woningaanpassing",
            "vervoer-en-hulpmiddelen",
            "begeleiding-en-dagbesteding",
        ),
        who="Tine Hoekstra",
    ),
    "ik-heb-geldzorgen": Event(
        typed="ik kan de huur niet betalen",
        title="Ik heb geldzorgen",
        topics=("bijstandsuitkering", "bijzondere-bijstand", "schuldhulp", "minimaregelingen"),
        who="Pieter van den Berg",
    ),
    "mijn-kind-heeft-hulp-nodig": Event(
        typed="mijn zoon wil niet meer naar school",
        title="Mijn kind heeft hulp nodig",
        topics=("jeugdhulp", "minimaregelingen", "leerlingenvervoer"),
        who="Fatima el Amrani",
    ),
    "ik-zorg-voor-iemand": Event(
        typed="ik zorg voor mijn moeder",
        title="Ik zorg voor iemand",
        topics=("mantelzorgwaardering",),
        who="Sanne Bakker",
    ),
    "ik-kom-net-in-nederland-wonen": Event(
        typed="ik ben nieuw in nederland",
        title="Ik kom net in Nederland wonen",
        topics=("minimaregelingen", "inburgering"),
        who="Olena Kovalenko",
    ),
}


@pytest.fixture
def tab(chromium: Browser, stack: Stack) -> Iterator[Page]:
    """A browser tab at the home page."""
    context = on_the_site.visitor(chromium, stack)
    page = context.new_page()
    page.goto("/")
    yield page
    context.close()


@pytest.mark.parametrize("slug", in_turn([*EVENTS]))
def test_from_everyday_words_to_the_receipt(tab: Page, slug: str) -> None:
    event = EVENTS[slug]
    find(tab, event)
    begin(tab, event)

    sent = Resident(BrowserDoor(tab), seed=5).walk(tab.url)

    parts = sent.soup.select("section[data-topic]")
    assert [str(part["data-topic"]) for part in parts] == list(event.topics)
    assert reference(sent) in receipt_when_made(tab)


def find(tab: Page, event: Event) -> None:
    """Type the words on the home page; the page of the life event is among what is found."""
    tab.locator("main input[name=q]").fill(event.typed)
    tab.locator("main input[name=q]").press("Enter")
    tab.wait_for_selector(".results")
    tab.locator(".results").get_by_role("link", name=event.title, exact=True).click()
    assert tab.locator("h1").inner_text() == event.title


def begin(tab: Page, event: Event) -> None:
    """Start from the life event: its topics are ticked, and stay so through the log-in."""
    tab.get_by_role("link", name="Begin met uw vraag").first.click()
    ticked = tab.locator("input[name=onderwerp]:checked")
    assert {box.get_attribute("value") for box in ticked.all()} == set(event.topics)
    tab.get_by_role("button", name="Verder").click()
    on_the_site.log_in(tab, event.who)


def reference(sent: Screen) -> str:
    """What the confirmation says to keep."""
    found = str(sent.soup.select_one("[data-reference]")["data-reference"])  # type: ignore[index]
    assert re.fullmatch(r"ZT(-[0-9A-HJKMNP-TV-Z]{4}){3}", found)
    return found


def receipt_when_made(tab: Page) -> str:
    """The receipt's text; somebody who is early looks again, as the page says."""
    for _attempt in range(60):
        if tab.get_by_role("link", name="Download uw bewijs (PDF)").count():
            return on_the_site.receipt(tab)
        tab.wait_for_timeout(500)
        tab.reload()
    raise AssertionError(f"no receipt: {tab.inner_text('main')}")
