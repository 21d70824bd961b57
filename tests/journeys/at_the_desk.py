"""What a member of staff does in /beheer/ around the work itself: log in, open, save."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.journeys import on_the_site
from tests.stack import Stack

NOTED: Final = """
words => [...document.querySelectorAll("[name$=-value-text]")].some(
  (each) => each.value.includes(words))
"""


@dataclass
class Desk:
    """A tab of somebody who is logged in; `refused` is what the browser refused to do there."""

    page: Page
    refused: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._listen)

    def open_page(self, title: str) -> None:
        """Find a page of the Dutch site by its title, and edit it."""
        self.page.goto(f"/beheer/pages/search/?q={title}")
        row = self.page.locator("tr").filter(has_text="Nederlands")
        row.get_by_role("link", name=title, exact=True).first.click()
        self.page.locator(".Draftail-Editor").first.wait_for()

    def write_first_text(self, words: str) -> None:
        """Put a text at the top of the first section."""
        texts = self.page.locator("[contenteditable=true]")
        there = texts.count()
        self.page.locator("button[title='Blok invoegen']").first.click()
        self.page.locator("[role=option]").filter(has_text="Tekst").first.click()
        expect(texts).to_have_count(there + 1)
        texts.first.click()
        expect(texts.first).to_be_focused()
        self.page.keyboard.type(words)
        # The editor notes in the form what was typed only when the hands rest for a moment.
        self.page.wait_for_function(NOTED, arg=words.strip())

    def press(self, name: str) -> str:
        """Press one of the buttons below a form; what is said on the page that comes."""
        footer = self.page.locator("footer")
        button = footer.get_by_role("button", name=name, exact=False)
        if not button.is_visible():
            footer.get_by_role("button", name="Meer acties").click()
        # Not "navigation": saving in between may change the address of the page that is open.
        with self.page.expect_event("domcontentloaded"):
            button.click()
        return self.page.locator(".messages").inner_text()

    def _listen(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.refused.append(message.text)


def log_in(chromium: Browser, stack: Stack, role: str) -> Desk:
    """Sit down as a member of staff of the demo, with password and second factor."""
    person = next(each for each in stack.facts["staff"] if each["role"] == role)
    page = on_the_site.visitor(chromium, stack).new_page()
    page.goto("/beheer/")
    page.locator("input[name=login]").fill(person["email"])
    page.locator("input[name=password]").fill(person["password"])
    page.locator("form:has(input[name=password]) button[type=submit]").click()
    _show_second_factor(page, person)
    return Desk(page)


def _show_second_factor(page: Page, person: dict[str, Any]) -> None:
    """Type the code of this moment; when it has just passed, the next one."""
    for _attempt in range(2):
        page.wait_for_selector("input[name=code]")
        shown = page.request.get("/demo/mail/").text()
        found = re.search(rf'data-code-for="{person["email"]}".*?(\d{{6}})', shown, re.DOTALL)
        assert found
        page.fill("input[name=code]", found[1])
        with page.expect_navigation():
            page.locator("form:has(input[name=code]) button[type=submit]").first.click()
        if page.url.endswith("/beheer/"):
            return
    raise AssertionError(page.inner_text("main"))
