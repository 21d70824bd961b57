"""The wizard in a real browser: what its scripts add, and how it reads on a narrow screen."""

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Locale

from intake.submissions.models import Draft
from portal.accounts.models import User
from tests.accessibility.engines import axe
from tests.browser import take_along
from tests.intake.wizard.factories import answer, draft_of, stored, url
from tests.portal.accounts.factories import digid_resident, sign_in
from tests.turns import in_turn

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = ("persoon", "p.contact", "p.voorkeur", "x.hulpvraag", "x.spoed", "f.inkomen", "f.schulden")


@pytest.fixture
def resident(page: Page, live_server: LiveServer) -> User:
    """Logged in with DigiD, in the browser."""
    Locale.objects.get_or_create(language_code="nl")  # migrations made it, a flush took it
    user, client = digid_resident(), Client()
    sign_in(client, user, digid=True)
    take_along(client, page, live_server.url)
    return user


@pytest.fixture
def draft(resident: User) -> Draft:
    return draft_of(resident, "huishoudelijke-hulp", "schuldhulp")


def test_what_is_typed_is_saved_in_a_pause(
    page: Page, live_server: LiveServer, draft: Draft
) -> None:
    page.goto(live_server.url + url("page", draft, "p.contact"))

    page.locator("[name='p.contact.telefoon']").fill("06 12345678")

    expect(page.locator("[data-autosave-status]")).to_have_text("Bewaard")
    assert stored(draft, "p.contact")


def test_what_is_half_typed_is_not_called_saved(
    page: Page, live_server: LiveServer, draft: Draft
) -> None:
    page.goto(live_server.url + url("page", draft, "p.contact"))

    with page.expect_response(lambda response: response.status == 202):
        page.locator("[name='p.contact.telefoon']").fill("06 12")

    expect(page.locator("[data-autosave-status]")).to_have_text("")


def test_what_is_typed_just_before_leaving_is_saved(
    page: Page, live_server: LiveServer, draft: Draft
) -> None:
    page.goto(live_server.url + url("page", draft, "p.contact"))
    page.locator("[name='p.contact.telefoon']").fill("06 12345678")

    with page.expect_request(lambda request: request.method == "POST") as sent:
        page.get_by_role("link", name="Al uw vragen").click()

    assert sent.value.resource_type == "ping"
    page.wait_for_load_state("networkidle")
    assert stored(draft, "p.contact")


def test_back_after_a_mistake_finds_a_page(
    page: Page, live_server: LiveServer, draft: Draft
) -> None:
    page.goto(live_server.url + url("page", draft, "p.contact"))
    page.locator("[name='p.contact.telefoon']").fill("112")
    page.get_by_role("button", name="Bewaren en verder").click()
    expect(page.locator("[data-error-summary]")).to_be_visible()
    page.get_by_role("link", name="Al uw vragen").click()

    page.go_back()

    expect(page.locator("[name='p.contact.telefoon']")).to_have_value("112")
    page.go_back()
    expect(page.locator("main h1")).to_be_visible()


def test_shift_makes_capitals_where_somebody_types(
    page: Page, live_server: LiveServer, draft: Draft
) -> None:
    page.route("https://www.buienradar.nl/", lambda route: route.fulfill(body="weg"))
    page.goto(live_server.url + url("page", draft, "x.hulpvraag"))
    page.locator("main textarea").first.focus()
    for _press in range(3):
        page.keyboard.press("Shift")
    assert page.url.startswith(live_server.url)

    page.evaluate("document.activeElement.blur()")
    for _press in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("https://www.buienradar.nl/")


def test_a_follow_up_appears_with_its_answer(
    page: Page, live_server: LiveServer, draft: Draft
) -> None:
    page.goto(live_server.url + url("page", draft, "p.voorkeur"))
    language = page.locator("[name='p.voorkeur.andereTaal']")
    expect(language).to_be_hidden()

    page.locator("[name='p.voorkeur.taal'][value=anders]").check()

    expect(language).to_be_visible()


def test_a_mistake_takes_the_focus_and_leads_to_its_input(
    page: Page, live_server: LiveServer, draft: Draft
) -> None:
    page.goto(live_server.url + url("page", draft, "x.hulpvraag"))
    page.get_by_role("button", name="Bewaren en verder").press("Enter")

    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    summary.get_by_role("link").first.press("Enter")

    first = page.locator("[name='x.hulpvraag.sociaal-team.verhaal']")
    expect(first).to_be_focused()


@pytest.mark.parametrize("width", in_turn([320, 1280]))
def test_every_kind_of_page_is_accessible_and_fits(
    page: Page, live_server: LiveServer, draft: Draft, width: int
) -> None:
    answer(draft, "f.schulden", {"soort": "winkel", "schuldeiser": "De bakker"})
    places = [("tasks", ()), ("topics", ()), ("check", ()), ("item", ("f.schulden", 1))]
    addresses = [url(name, draft, *place) for name, place in places]
    addresses += [url("page", draft, name) for name in PAGES]
    addresses += [url("item_remove", draft, "f.schulden", 1), "/intake/"]
    page.set_viewport_size({"width": width, "height": 900})

    for address in addresses:
        page.goto(live_server.url + address)
        assert axe(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") == width, address


def test_another_language_takes_along_what_is_half_typed(
    page: Page, live_server: LiveServer, draft: Draft
) -> None:
    page.goto(live_server.url + url("page", draft, "p.contact"))
    page.locator("[name='p.contact.telefoon']").fill("06 12")
    page.locator("[name='p.contact.email']").fill("anna@example.nl")

    page.locator(".languages a[lang=en]").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("[name='p.contact.telefoon']")).to_have_value("06 12")
    expect(page.locator("[name='p.contact.email']")).to_have_value("anna@example.nl")
