"""An editor's day in a real Chromium: write, check, hand over; a manager lets it out."""

import io
import re
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.journeys import at_the_desk, on_the_site
from tests.journeys.at_the_desk import Desk
from tests.stack import Stack

pytestmark = [pytest.mark.browser, pytest.mark.processes]

TITLE = "Leerlingenvervoer"
ADDRESS = "/leerlingenvervoer/"
WORDS = "De taxi van maandag rijdt voortaan een kwartier later. "
SHOWS = "Een traplift naast een houten trap"
LINES = ["Pagina's om opnieuw te lezen", "Links die het niet doen", "Teksten die moeilijk zijn"]


@pytest.fixture(scope="module")
def editor(chromium: Browser, stack: Stack) -> Iterator[Desk]:
    """Roos, who writes."""
    desk = at_the_desk.log_in(chromium, stack, "editor")
    yield desk
    desk.page.context.close()


@pytest.fixture(scope="module")
def manager(chromium: Browser, stack: Stack) -> Iterator[Desk]:
    """Bas, who lets it out."""
    desk = at_the_desk.log_in(chromium, stack, "manager")
    yield desk
    desk.page.context.close()


@pytest.fixture
def resident(chromium: Browser, stack: Stack) -> Iterator[Page]:
    """Somebody at home, without a session."""
    context = on_the_site.visitor(chromium, stack)
    yield context.new_page()
    context.close()


def test_a_text_goes_past_a_manager_to_the_site(
    editor: Desk, manager: Desk, resident: Page
) -> None:
    first_screen_counts(editor.page)
    editor.open_page(TITLE)
    editor.write_first_text(WORDS)
    assert "Leesbaarheid" in editor.press("Bewaar concept")
    preview_shows(editor.page, WORDS)
    assert not is_public(resident, WORDS)

    assert "ter goedkeuring ingediend" in editor.press("Stuur door naar")
    manager.page.goto("/beheer/")
    manager.page.get_by_role("link", name=TITLE).click()
    manager.press("Goedkeuren en publiceren")

    assert is_public(resident, WORDS)
    assert editor.refused == manager.refused == []


def test_a_picture_says_what_it_shows_and_comes_in_modern_formats(
    editor: Desk, manager: Desk, resident: Page
) -> None:
    upload(editor.page, says="terp.jpg")
    assert "De naam van het bestand" in editor.page.inner_text("main")
    upload(editor.page, says=SHOWS)
    assert "toegevoegd" in editor.page.locator(".messages").inner_text()

    manager.open_page("Woningaanpassing")
    choose_picture(manager.page)
    manager.press("Publiceren")

    resident.goto("/woningaanpassing/")
    picture = resident.locator("main picture")
    assert picture.locator("img").get_attribute("alt") == SHOWS
    kinds = {each.get_attribute("type") for each in picture.locator("source").all()}
    assert {"image/avif", "image/webp"} <= kinds
    assert picture.locator("img").evaluate("img => img.decode().then(() => img.naturalWidth)") > 0
    assert manager.refused == []


def test_a_page_of_script_is_no_document(editor: Desk) -> None:
    page = editor.page
    page.goto("/beheer/documents/add/")
    page.fill("#id_title", "Folder")
    script = FilePayload(name="folder.html", mimeType="text/html", buffer=b"<script></script>")
    page.set_input_files("#id_file", script)
    editor.press("Uploaden")
    assert "niet toegestaan" in page.inner_text("main")


def test_an_old_address_leads_to_the_page_that_was_chosen(manager: Desk, resident: Page) -> None:
    page = manager.page
    page.goto("/beheer/redirects/add/")
    page.fill("#id_old_path", "/schoolbus/")
    page.get_by_role("button", name="Kies een pagina").click()
    chooser = page.locator(".modal")
    chooser.locator("input[name=q]").fill(TITLE)
    row = chooser.locator("tr").filter(has_text="Nederlands")
    row.get_by_role("link", name=TITLE, exact=True).click()
    expect(chooser).to_have_count(0)
    assert "toegevoegd" in manager.press("Maak aan")
    resident.goto("/schoolbus/")
    assert resident.url.endswith(ADDRESS)
    manager.refused.clear()  # the chooser's own script, which is read instead of run


def test_a_manager_makes_a_colleague(manager: Desk) -> None:
    page = manager.page
    page.goto("/beheer/users/new/")
    page.fill("#id_name", "Nina Nieuw")
    page.fill("#id_email", "nina@zeventerpen.example")
    page.get_by_label("Redacteuren").check()
    assert "None" not in page.inner_text("main")
    assert "Nina Nieuw" in manager.press("Maak aan")
    assert page.get_by_role("link", name="Nina Nieuw").count()


def first_screen_counts(page: Page) -> None:
    """Each line of what asks attention has a number, and leads to as many rows."""
    for line in LINES:
        page.goto("/beheer/")
        link = page.get_by_role("link", name=line)
        number = re.match(r"\d+", link.inner_text())
        assert number
        link.click()
        page.get_by_role("heading", name=line).first.wait_for()
        assert page.locator("main tbody tr").count() == int(number[0])


def preview_shows(page: Page, words: str) -> None:
    """The panel beside the form shows the page with these words, and what it measured."""
    page.get_by_role("button", name="Toon/verberg voorvertoning").click()
    shown = page.frame_locator("#w-preview-iframe").get_by_text(words.strip()).first
    shown.wait_for(state="attached")
    page.get_by_role("button", name="Checks aan/uitzetten").click()
    expect(page.locator("[data-content-word-count]")).to_have_text(re.compile(r"\d"))


def is_public(page: Page, words: str) -> bool:
    """Whether a resident reads these words."""
    page.goto(ADDRESS)
    return words.strip() in page.inner_text("main")


def upload(page: Page, *, says: str) -> None:
    """Upload a picture with these words for who cannot see it."""
    page.goto("/beheer/images/add/")
    file = io.BytesIO()
    Image.new("RGB", (900, 600), "teal").save(file, "jpeg")
    picture = FilePayload(name="terp.jpg", mimeType="image/jpeg", buffer=file.getvalue())
    page.set_input_files("#id_file", picture)
    page.fill("#id_title", "Terp")  # a script proposes the file's name, sooner or later
    page.fill("#id_description", says)
    with page.expect_navigation():
        page.get_by_role("button", name="Uploaden").click()


def choose_picture(page: Page) -> None:
    """Put the newest picture at the top of the first section."""
    page.locator("button[title='Blok invoegen']").first.click()
    page.locator("[role=option]").filter(has_text="Afbeelding").first.click()
    page.get_by_role("button", name="Kies een afbeelding").first.click()
    page.locator(".modal .listing a, .modal a.image-choice").first.click()
    expect(page.locator(".modal")).to_have_count(0)
