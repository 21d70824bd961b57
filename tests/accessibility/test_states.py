"""Every page state: no engine finds anything, and nobody is left behind on it.

One module, because all states share one world, which takes a while to make.
"""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests import intakes
from tests.accessibility import engines, scripted
from tests.accessibility.conftest import Reader
from tests.accessibility.states import STATES, State
from tests.accessibility.window import Window
from tests.intake.wizard.factories import url
from tests.turns import in_turn

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PARTS, MANY = 4, 10  # of the question pages: how many parts, and no part is smaller than
# Cumulative layout shift above which a page moves under a reader: nothing but its fonts may
# move it at all, and those by no more than Web Vitals calls good (0.1). Arabic has no fallback
# of ours with the same measures, and must not be what Web Vitals calls poor.
STILL = 0.01
NEARLY_STILL = {"ar": 0.25}
PLAIN = [state for state in STATES if not state.is_recoloured]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_nothing_is_found(reader: Reader, state: State) -> None:
    tab, status = reader.open(state)
    findings = [*tab.complaints, *_moved(tab, state.language), *engines.axe(tab.page)]
    if not state.is_recoloured:
        findings += [*engines.ibm(tab.page), *engines.htmlcs(tab.page)]
        findings += [*scripted.outline(tab.page), *scripted.fields(tab.page)]
        findings += scripted.lost_focus(tab.page)
        findings += _with(tab.page, scripted.TWICE)
        tab.widen(scripted.NARROW)
        _with(tab.page, "")
        findings += [*scripted.sideways(tab.page), *scripted.small_targets(tab.page)]
        findings += _with(tab.page, scripted.ROOMY_TEXT)
        findings += _enlarged(tab)
    assert (status, findings) == (state.status, [])


def test_the_markup_is_valid(reader: Reader, tmp_path: Path) -> None:
    pages = {state.name: reader.sent(state) for state in PLAIN}
    assert engines.vnu(pages, tmp_path) == []


@pytest.mark.parametrize("part", in_turn(range(PARTS)))
def test_every_question_page_is_in_order(reader: Reader, part: int) -> None:
    tab, found = reader.window("resident"), {}
    tab.widen()
    for address in reader.world.question_pages()[part::PARTS]:
        tab.open(tab.fetch(address))
        found[address] = [
            *tab.complaints,
            *engines.axe(tab.page, within="main"),
            *scripted.outline(tab.page),
            *scripted.fields(tab.page),
            *_enlarged(tab),
        ]
        tab.widen()
    assert len(found) > MANY
    assert {address: findings for address, findings in found.items() if findings} == {}


def test_the_open_suggestions_are_in_order(reader: Reader) -> None:
    tab = reader.window("nobody")
    tab.open(tab.fetch("/"))
    tab.prepare(tab.fetch(f"{reverse('search_suggestions')}?q=huish"))
    tab.page.fill("[name=q]", "huish")
    expect(tab.page.get_by_role("option").first).to_be_visible()
    tab.page.keyboard.press("ArrowDown")
    assert [*tab.complaints, *engines.axe(tab.page), *engines.ibm(tab.page)] == []


def test_a_keyboard_alone_answers_a_question(reader: Reader) -> None:
    tab, draft = reader.window("resident"), intakes.draft(reader.world.owner, ["schuldhulp"])
    page = url("page", draft, "f.inkomen")
    tab.open(tab.fetch(page))
    scripted.tab_to(tab.page, "main [type=checkbox]")
    tab.page.keyboard.press("Space")
    scripted.tab_to(tab.page, "[name=action][value=next]")
    with tab.page.expect_request(lambda request: request.is_navigation_request()) as sent:
        tab.page.keyboard.press("Enter")
    kind = sent.value.headers["content-type"]
    answer = tab.client.post(page, sent.value.post_data, content_type=kind)
    assert answer.status_code == 302
    assert answer["Location"] != page
    assert tab.fetch(answer["Location"]).status == 200


def test_a_page_that_moves_is_seen(reader: Reader) -> None:
    tab = reader.open(STATES[0])[0]
    assert _moved(tab, "nl") == []
    tab.page.evaluate(
        """() => {
            const box = document.createElement("div");
            box.style.blockSize = "500px";
            document.body.prepend(box);
        }"""
    )
    assert any(tab.shifted() >= STILL for _look in range(100))


def _moved(tab: Window, language: str) -> list[str]:
    """Whether words moved under the reader while the open page loaded."""
    while_loading, for_fonts = tab.shifts
    nearly_still = NEARLY_STILL.get(language, 0.1)
    return [
        *(
            [f"the page moves while it loads: {while_loading:.3f}"]
            if while_loading >= STILL
            else []
        ),
        *([f"the page moves for its fonts: {for_fonts:.3f}"] if for_fonts >= nearly_still else []),
    ]


def _enlarged(tab: Window) -> list[str]:
    """What sticks out on a phone of somebody who reads at twice the size (WCAG 1.4.4)."""
    found: list[str] = []
    for width in scripted.PHONES:
        tab.widen(width)
        found += [f"{width}: {finding}" for finding in _with(tab.page, scripted.TWICE)]
    return found


def _with(page: Page, style: str) -> list[str]:
    """What gets cut off or sticks out when a reader brings this style."""
    page.evaluate(
        """style => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(style);
            document.adoptedStyleSheets = [sheet];
        }""",
        style,
    )
    return [*scripted.sideways(page), *scripted.clipped(page)]
