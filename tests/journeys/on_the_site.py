"""What a resident does in the browser around the questions: log in, and keep the receipt."""

import io

import pypdf
from playwright.sync_api import Browser, BrowserContext, Page

from tests.stack import Stack

PATIENCE = 60_000  # ms; the machine may be doing other things as well


def visitor(chromium: Browser, stack: Stack, *, scripts: bool = True) -> BrowserContext:
    """A browser that never was on the site before; close it afterwards."""
    context = chromium.new_context(
        java_script_enabled=scripts, locale="nl-NL", base_url=stack.website
    )
    context.set_default_timeout(PATIENCE)
    return context


def log_in(page: Page, name: str) -> None:
    """With DigiD, at the simulator, as one of its people."""
    page.get_by_role("button", name="Inloggen met DigiD").click()
    person = page.get_by_role("button", name=name)
    person.wait_for()
    assert "simulator" in page.content()
    person.click()
    page.wait_for_selector("[data-task]")


def receipt(page: Page) -> str:
    """The text of the receipt that the open page offers."""
    address = page.get_by_role("link", name="Download uw bewijs (PDF)").get_attribute("href")
    response = page.request.get(str(address))
    assert response.headers["content-type"] == "application/pdf"
    pages = pypdf.PdfReader(io.BytesIO(response.body())).pages
    return "\n".join(each.extract_text() for each in pages)
