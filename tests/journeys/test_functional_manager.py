"""A functional manager adds a conditional question; a reviewer lets it go to residents."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import at_the_desk, on_the_site
from tests.journeys.at_the_desk import Desk
from tests.journeys.browser_door import BrowserDoor
from tests.journeys.robot import Resident
from tests.stack import Stack

pytestmark = [pytest.mark.browser, pytest.mark.processes]

TOPIC = "huishoudelijke-hulp"
KEY = f"{TOPIC}.ramenHoog"
QUESTION = "Zijn uw ramen hoog?"
WISHES = {f"{TOPIC}.taken.taken": "ramen"}
PAGES = 30


@pytest.fixture
def manager(chromium: Browser, stack: Stack) -> Iterator[Desk]:
    """Fatma, who keeps the questions."""
    desk = at_the_desk.log_in(chromium, stack, "functional manager")
    yield desk
    desk.page.context.close()


@pytest.fixture
def reviewer(chromium: Browser, stack: Stack) -> Iterator[Desk]:
    """Tom, who reads what she wrote."""
    desk = at_the_desk.log_in(chromium, stack, "reviewer")
    yield desk
    desk.page.context.close()


def test_a_conditional_question_goes_past_a_reviewer_to_new_intakes_only(
    manager: Desk, reviewer: Desk, chromium: Browser, stack: Stack
) -> None:
    # Residents of nobody else: their drafts stay behind.
    early = begun(chromium, stack, "Jan de Vries")
    begin_question(manager.page)
    only_for_who_cannot_wash_windows(manager.page)
    manager.press("Bewaar concept")
    preview_shows_it(manager.page)
    assert "ingediend" in manager.press("Stuur door naar")

    reviewer.page.goto("/beheer/")
    reviewer.page.get_by_role("link", name="Hoge ramen").first.click()
    reviewer.press("Goedkeuren en publiceren")

    late = begun(chromium, stack, "Mehmet Yılmaz Getrouwd")
    assert KEY in asked(late)
    assert KEY not in asked(early)
    assert manager.refused == reviewer.refused == []


def begin_question(page: Page) -> None:
    """From the topic, with a name, a field and a reason."""
    page.goto("/beheer/onderwerpen/")
    page.get_by_role("link", name="Huishoudelijke hulp").first.click()
    page.get_by_role("tab", name="Eigen vragen").click()
    page.get_by_role("link", name="Vraag toevoegen").click()
    page.fill("#id_key", KEY)
    page.fill("#id_label", "Hoge ramen")
    page.fill("#id_question", QUESTION)
    page.get_by_role("tab", name="Velden").click()
    page.locator("#parts-root .c-sf-add-button").first.click()
    field = "#parts-0-value"
    expect(page.locator(f"{field}-key")).to_be_visible()
    page.fill(f"{field}-key", "hoog")
    page.select_option(f"{field}-type", "yes-no")
    page.fill(f"{field}-label", "Kunt u er alleen met een ladder bij?")
    page.get_by_role("tab", name="Beheer").click()
    page.fill("#id_reason", "De aanbieder neemt dan een lange steel mee.")


def only_for_who_cannot_wash_windows(page: Page) -> None:
    """A rule by choosing: the question, how, and the answer; it is said back in words."""
    page.get_by_role("tab", name="Wanneer en voor wie").click()
    page.locator("#when-root .c-sf-add-button").click()
    page.get_by_role("option").first.click()
    rule = "#when-0-value"
    page.locator(f"{rule}-question").select_option(f"{TOPIC}.taken|taken")
    page.locator(f"{rule}-operator").select_option("includes")
    page.locator(f"{rule}-choice").select_option("ramen")
    sentence = page.locator(".catalogue-sentence").filter(visible=True)
    expect(sentence).to_contain_text("Ramen wassen")


def preview_shows_it(page: Page) -> None:
    """With two other topics, for somebody who cannot wash windows."""
    number = page.url.rstrip("/").rsplit("/", 1)[-1]
    others = "&".join(f"onderwerp={key}" for key in (TOPIC, "schuldhulp", "bijstandsuitkering"))
    tab = page.context.new_page()
    tab.goto(f"/beheer/vragenlijst/voorbeeld/element/{number}/?{others}")
    assert not tab.locator(f"[data-question='{KEY}']").count()
    tab.get_by_label("Ramen wassen").check()
    with tab.expect_navigation():
        tab.locator("main form button[type=submit]").first.click()
    tab.locator(f"[data-question='{KEY}']").wait_for()
    assert tab.locator("[data-question='p.naam']").count() == 1
    tab.close()


def begun(chromium: Browser, stack: Stack, name: str) -> Page:
    """Somebody's new intake for help in the house, at its list of tasks."""
    page = on_the_site.visitor(chromium, stack).new_page()
    page.goto(f"/intake/?onderwerp={TOPIC}")
    page.locator("main button[value=begin]").click()
    on_the_site.log_in(page, name)
    return page


def asked(page: Page) -> list[str]:
    """What the topic's own task asks of somebody who cannot wash windows."""
    page.reload()
    page.locator(f"[data-task='{TOPIC}'] a").click()
    resident = Resident(BrowserDoor(page), wishes=WISHES)
    door = resident.door
    screen = door.open(page.url)
    for _page in range(PAGES):
        if not screen.soup.select_one("form [data-question]"):
            break
        screen = resident.answer(screen)
    page.context.close()
    return resident.seen
