"""The condition builder in a real browser: built without a key typed, shown back in words."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from cms.catalogue.models import Element
from cms.catalogue.spots import fragment
from intake.questionnaire.plain import Path
from tests.accessibility.engines import axe
from tests.cms.catalogue import small
from tests.cms.colleagues import WAGTAILS_OWN, at_the_desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
GONE = {"element": "p.weg", "part": "x", "operator": "is", "value": "huur", "negated": True}


@pytest.fixture
def manager(page: Page, live_server: LiveServer) -> Page:
    """The browser of somebody with all rights: a flush takes the groups that migrations made."""
    at_the_desk(page, live_server.url)
    small.imported()
    return page


def open_form(page: Page, live_server: LiveServer, key: str, tab: int) -> Element:
    item = Element.objects.get(key=key)
    page.goto(live_server.url + small.url(item))
    page.get_by_role("tab").nth(tab).click()
    return item


def save(page: Page) -> None:
    with page.expect_navigation():
        page.evaluate("document.querySelector('[data-edit-form]').submit()")


def groups(page: Page, select: str) -> dict[str, list[str]]:
    found = page.eval_on_selector_all(
        f"{select} optgroup", "all => all.map(g => [g.label, [...g.children].map(o => o.text)])"
    )
    return dict(found)


def stored(item: Element) -> Any:
    item.refresh_from_db()
    return json.loads(json.dumps(item.get_latest_revision_as_object().when.get_prep_value()))


def put(item: Element, name: str, stream: list[dict[str, Any]]) -> None:
    """As a draft, whatever it says."""
    setattr(item, name, json.dumps(stream))
    item.save_revision()


def test_a_rule_is_built_by_choosing_and_said_in_words(
    manager: Page, live_server: LiveServer
) -> None:
    item = open_form(manager, live_server, "traplift.sinds", 2)
    manager.locator("#when-root .c-sf-add-button").click()
    manager.get_by_role("option").first.click()
    question = manager.locator("#when-0-value-question")
    expect(question).to_be_visible()
    offered = [
        words for inside in groups(manager, "#when-0-value-question").values() for words in inside
    ]
    assert offered == ["Naam", "Woning", "Verhuurder", "Trap"], "earlier ones of this topic"
    question.select_option(label="Woning")
    manager.locator("#when-0-value-operator").select_option("one_of")
    manager.get_by_label("Ik huur").check()
    expect(manager.locator(".catalogue-sentence").filter(visible=True)).to_contain_text(
        "alleen als “Woning” het antwoord “Ik huur” heeft"
    )
    assert [each for each in axe(manager) if not each.startswith(WAGTAILS_OWN)] == []
    save(manager)
    [rule] = stored(item)
    assert rule["value"] == {
        "element": "w.woning",
        "part": "soort",
        "operator": "one_of",
        "value": "huur",
        "negated": False,
        "about": "",
    }


def test_the_answer_i_do_not_know_of_a_number_is_ticked(
    manager: Page, live_server: LiveServer
) -> None:
    rooms = {"key": "kamers", "type": "number", "label": "Hoeveel kamers?", "unknown": True}
    put(Element.objects.get(key="w.woning"), "parts", [{"type": "part", "value": rooms, "id": "k"}])
    item = open_form(manager, live_server, "traplift.sinds", 2)
    manager.locator("#when-root .c-sf-add-button").click()
    manager.get_by_role("option").first.click()
    manager.locator("#when-0-value-question").select_option(label="Woning")
    manager.locator("#when-0-value-operator").select_option("is")
    manager.locator("#when-0-value-choice-value").fill("3")
    manager.locator("#when-0-value-choice-unknown").check()
    expect(manager.locator("#when-0-value-choice-value")).to_be_disabled()
    assert [each for each in axe(manager) if not each.startswith(WAGTAILS_OWN)] == []
    save(manager)
    assert stored(item)[0]["value"]["value"] == "unknown"


def test_what_is_stored_but_gone_is_shown_and_kept(manager: Page, live_server: LiveServer) -> None:
    item = Element.objects.get(key="w.verhuurder")
    put(item, "when", [{"type": "rule", "value": GONE, "id": "een"}])
    open_form(manager, live_server, "w.verhuurder", 2)
    expect(manager.locator("#when-0-value-question")).to_contain_text("p.weg")
    expect(manager.locator(".catalogue-note").filter(visible=True)).to_have_count(1)
    save(manager)
    assert stored(item)[0]["value"] == {**GONE, "about": ""}


def test_a_field_looks_at_earlier_fields_of_this_form_only(
    manager: Page, live_server: LiveServer
) -> None:
    item = Element.objects.get(key="w.woning")
    parts = item.parts.get_prep_value()
    own = {"element": "w.woning", "part": "soort", "operator": "is", "value": "huur"}
    when = [{"type": "rule", "value": own, "id": "r"}]
    later = {"key": "later", "type": "text", "label": "Later", "when": when}
    put(item, "parts", [*parts, {"type": "part", "value": later, "id": "nieuw"}])
    open_form(manager, live_server, "w.woning", 1)
    manager.locator("#block-nieuw-section [data-panel-toggle]").first.click()
    question = "#parts-1-value-when-0-value-question"
    expect(manager.locator(question)).to_be_visible()
    assert [*groups(manager, question).values()] == [["soort"]]
    value = manager.locator("#parts-1-value-when-0-value-choice")
    assert value.locator("option").all_text_contents()[1:] == ["Ik huur", "Mijn huis is van mij"]
    expect(manager.locator("[id='parts-1-value-label']")).to_have_value("Later")
    manager.locator("#parts-0-value-key").evaluate("input => (input.value = 'wat')")
    manager.locator(question).focus()
    expect(manager.locator(question)).to_contain_text("wat")


def test_a_condition_comes_along_when_its_field_is_duplicated_or_moved(
    manager: Page, live_server: LiveServer
) -> None:
    open_form(manager, live_server, "w.verhuurder", 2)
    manager.evaluate(
        """() => {
            const { rootBlock } = document.getElementById("when-root");
            rootBlock.deleteBlock(0, {});
            rootBlock.insert({ type: "group", value: { match: "any", conditions: [
                { type: "rule", id: "a", value: { element: "w.woning", part: "soort",
                  operator: "is", value: "huur", negated: false, about: "" } },
                { type: "rule", id: "b", value: { element: "p.naam", part: "naam",
                  operator: "answered", value: "true", negated: false, about: "" } },
            ] }, id: "g" }, 0);
            rootBlock.children[0].block.childBlocks.conditions.duplicateBlock(0);
            rootBlock.children[0].block.childBlocks.conditions.moveBlock(0, 2);
        }"""
    )
    shown = manager.locator("[id^='when-'][id$='-question']").filter(visible=True)
    expect(shown).to_have_count(3)
    chosen = shown.evaluate_all("all => all.map(s => s.selectedOptions[0].text)")
    assert chosen == ["Woning", "Naam", "Woning"]
    expect(manager.locator(".catalogue-sentence").filter(visible=True)).to_contain_text(
        "“Naam” ingevuld is"
    )


SPOTS: dict[str, tuple[Path, str, str]] = {
    "w.woning": (("parts", 0, "options", 1, "label"), "Velden", "options-1-value-label"),
    "w.verhuurder": (("when",), "Wanneer en voor wie", "when-0-value-question"),
    "p.naam": (("help",), "Vraag", "id_help"),
}


@pytest.mark.parametrize("key", SPOTS)
def test_a_finding_leads_to_its_spot_and_opens_what_hides_it(
    manager: Page, live_server: LiveServer, key: str
) -> None:
    path, tab, field = SPOTS[key]
    manager.goto(live_server.url + small.url(Element.objects.get(key=key)) + fragment(path))
    expect(manager.locator(".catalogue-spot")).to_be_in_viewport()
    expect(manager.get_by_role("tab", selected=True)).to_contain_text(tab)
    expect(manager.locator(f"[id$='{field}']")).to_be_focused()


def test_a_message_on_the_form_itself_leads_to_its_spot(
    manager: Page, live_server: LiveServer
) -> None:
    item = Element.objects.get(key="w.woning")
    manager.goto(live_server.url + small.url(item))
    manager.evaluate("hash => (location.hash = hash)", fragment(("parts", 0, "key")))
    expect(manager.locator("[id='parts-0-value-key']")).to_be_focused()
