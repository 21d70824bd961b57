"""A resident with several questions, from the home page to "opgepakt", on the real demo."""

import json
import re
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys import on_the_site
from tests.journeys.browser_door import BrowserDoor
from tests.journeys.robot import Resident
from tests.stack import Stack
from tests.turns import in_turn

pytestmark = [pytest.mark.browser, pytest.mark.processes]
STORY = "Mijn geheime verhaal over de deurwaarder en de trap."
SECRETS = (STORY.encode(), b"NL91ABNA0417164300")  # spaced, it is the catalogue's own example


@dataclass
class Scale:
    """Weighs every page that opens; tests/accessibility holds their kinds to its engines."""

    heaviest: int = 0

    def __call__(self, page: Page) -> None:
        """Weigh the open page, in characters."""
        self.heaviest = max(self.heaviest, len(page.content()))


@pytest.fixture(params=in_turn(["javascript", "no-javascript"]))
def scripts(request: pytest.FixtureRequest) -> bool:
    """Whether the browser runs scripts."""
    return bool(request.param == "javascript")


@pytest.fixture
def tab(scripts: bool, chromium: Browser, stack: Stack) -> Iterator[Page]:  # noqa: FBT001
    """A browser tab at the home page."""
    context = on_the_site.visitor(chromium, stack, scripts=scripts)
    page = context.new_page()
    page.goto("/")
    yield page
    context.close()


def choose(page: Page, *topics: str, scale: Scale) -> None:
    """From the home page: the start of an intake, some topics, on to the log-in."""
    scale(page)
    page.get_by_role("link", name="Of kies uit alle onderwerpen").click()
    scale(page)
    for topic in topics:
        page.locator(f"input[value='{topic}']").check()
    for _step in ("what it asks", "log in"):
        page.get_by_role("button", name="Verder").click()
        scale(page)


def press_at_partner(page: Page, stack: Stack, partner: str, button: str) -> None:
    """On the partner simulator's own page."""
    page.goto(stack.partners)
    section = page.locator(f"[data-partner='{partner}']")
    section.get_by_role("button", name=button).first.click()
    page.wait_for_load_state()


def delivered(page: Page, partner: str, wanted: str) -> None:
    """Wait until the open page shows a delivery in a state."""
    for _attempt in range(120):
        if page.locator(f"[data-recipient='{partner}'][data-delivery='{wanted}']").count():
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError(f"{partner} is not {wanted}: {page.inner_text('main')}")


def test_from_home_to_picked_up(tab: Page, stack: Stack, scripts: bool) -> None:  # noqa: FBT001
    scale = Scale()
    more = ["gehandicaptenparkeerkaart"] if scripts else []
    choose(tab, "schuldhulp", *more, scale=scale)
    on_the_site.log_in(tab, "Fatima el Amrani")

    wishes = {"x.hulpvraag.kredietbank.verhaal": STORY}
    robot = Resident(BrowserDoor(tab, scale), seed=11, wishes=wishes)
    sent = robot.walk(tab.url)

    reference = str(sent.soup.select_one("[data-reference]")["data-reference"])  # type: ignore[index]
    assert re.fullmatch(r"ZT(-[0-9A-HJKMNP-TV-Z]{4}){3}", reference)
    delivered(tab, "kredietbank", "sent")
    partner_reads(tab, stack)
    tab.goto("/mijn/")
    scale(tab)
    delivered(tab, "kredietbank", "acknowledged")
    card = tab.locator(".utrecht-card").filter(has=tab.locator("[data-recipient='kredietbank']"))
    card.locator("a[href*='/mijn/zaken/']").first.click()
    scale(tab)
    assert tab.locator("[data-recipient='kredietbank'][data-picked-up]").count()
    assert reference in on_the_site.receipt(tab)
    assert scale.heaviest < 100_000


def partner_reads(tab: Page, stack: Stack) -> None:
    """Each partner got its own part only; one confirms and accepts."""
    tab.goto(stack.partners)
    bank = tab.locator("[data-partner='kredietbank']")
    permits = tab.locator("[data-partner='gemeente-vergunningen']")
    assert STORY in str(bank.text_content())
    assert STORY not in str(permits.text_content())
    press_at_partner(tab, stack, "kredietbank", "Ontvangst bevestigen")
    press_at_partner(tab, stack, "kredietbank", "Aanvaarden")


def test_nothing_is_lost_and_nothing_leaks(stack: Stack) -> None:
    status = stack.outbox()

    assert status["unaccounted"] == 0
    assert status["dead"] == status["held"] == 0
    bsn = {resident["bsn"].encode() for resident in stack.facts["residents"]}
    places = [path for path in stack.var.rglob("*") if path.is_file() and is_ours(stack, path)]
    assert len(places) > 5
    found = {
        str(path.relative_to(stack.var))
        for path in places
        for secret in {*SECRETS, *bsn}
        if secret in path.read_bytes()
    }
    assert found <= {"demo.json"}  # which lists the demo's residents on purpose


def is_ours(stack: Stack, path: Path) -> bool:
    """Whether the portal wrote it; what a partner opened is the partner's."""
    return path.relative_to(stack.var).parts[0] not in {"partners", "static"}


def test_the_operator_finds_it_healthy(stack: Stack) -> None:
    with urllib.request.urlopen(f"{stack.website}/healthz/ready") as answer:
        assert answer.status == 200
    with urllib.request.urlopen(f"{stack.website}/.well-known/jwks.json") as answer:
        assert json.load(answer)["keys"]
