"""What stands beside the forms, in a real browser: first screen, attention, history, exchange."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from cms.catalogue.models import Element
from intake.catalogue import files
from portal.accounts.models import User
from tests.accessibility import engines, scripted
from tests.cms.catalogue import small
from tests.cms.colleagues import WAGTAILS_OWN, at_the_desk
from tests.cms.factories import home_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SCREENS = [
    "wagtailadmin_home",
    "cms_catalogue_attention",
    "cms_catalogue_history",
    "cms_catalogue_versions",
    "cms_catalogue_transport",
]


@pytest.fixture
def desk(page: Page, live_server: LiveServer) -> Page:
    """Of somebody with all rights, where a question changed and another lost its field."""
    user = at_the_desk(page, live_server.url)
    home_page()
    small.imported()
    _work(user)
    return page


def _work(user: User) -> None:
    item = Element.objects.get(key="w.woning")
    item.question, item.reason = "Waarin woont u?", "korter"
    item.publish(item.save_revision(user=user), user=user)
    nameless = Element.objects.get(key="w.verhuurder")
    nameless.parts = "[]"  # type: ignore[assignment]
    nameless.save_revision(clean=False)


def test_every_screen_is_in_order(desk: Page, live_server: LiveServer, tmp_path: Path) -> None:
    found = {}
    for name in SCREENS:
        answer = desk.goto(live_server.url + reverse(name))
        assert answer
        assert answer.ok, name
        found[name] = _wrong(desk)
    text = files.write(small.catalogue())
    for says, old, new in (
        ("Hoe woont u nu?", "Hoe woont u?", "Hoe woont u nu?"),
        ("elements[p.naam].kleur", "key: p.naam", "key: p.naam\n    kleur: rood"),
    ):
        desk.goto(live_server.url + reverse("cms_catalogue_transport"))
        file = tmp_path / "nieuw.yaml"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        desk.set_input_files("main input[type=file]", file)
        with desk.expect_navigation():
            desk.locator("main form:has(input[type=file]) [type=submit]").click()
        assert says in desk.inner_text("main")
        found[says] = _wrong(desk)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def _wrong(page: Page) -> list[str]:
    """What is wrong with our part of the open screen, at a desk and on a small screen."""
    page.set_viewport_size({"width": 1280, "height": 900})
    findings = engines.axe(page, within="main")
    page.set_viewport_size({"width": scripted.NARROW, "height": 900})
    findings += scripted.sideways(page)
    return [each for each in findings if not each.startswith(WAGTAILS_OWN)]
