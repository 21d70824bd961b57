"""A heading's level follows from where its block stands."""

from typing import Any

import pytest

from cms.blocks.content import ContentBlocks
from tests.cms.outline import Outline

CONTACT = {"name": "Geldfit", "text": "Denkt mee.", "phone": "0800-8115"}
CARD = {"title": "Schuldhulp", "text": "", "url": "https://www.zeventerpen.example/"}
HEADED: dict[str, dict[str, Any]] = {
    "text": {"text": "<p>Wij helpen.</p>"},
    "notice": {"kind": "warning", "text": "<p>Bel meteen.</p>"},
    "steps": {"steps": [{"title": "Eerst", "text": ""}, {"title": "Dan", "text": ""}]},
    "questions": {"questions": [{"question": "Wanneer?", "answer": "<p>Nu.</p>"}]},
    "contacts": {"contacts": [CONTACT, CONTACT]},
    "cards": {"cards": [CARD, CARD]},
}
WITH_HEADED_ITEMS = {"contacts", "cards"}


def rendered(kind: str, heading: str, level: int) -> Outline:
    block = ContentBlocks().child_blocks[kind]
    value = block.to_python({"heading": heading, **HEADED[kind]})
    return Outline(block.render(value, context={"level": level}))


@pytest.mark.parametrize("level", [2, 3])
@pytest.mark.parametrize("kind", HEADED)
def test_a_block_stands_at_the_level_its_page_gives(kind: str, level: int) -> None:
    items = [level + 1] * 2 if kind in WITH_HEADED_ITEMS else []
    assert rendered(kind, "Kop", level).levels == [level, *items]


@pytest.mark.parametrize("kind", HEADED)
def test_items_take_the_level_of_an_absent_heading(kind: str) -> None:
    items = [3] * 2 if kind in WITH_HEADED_ITEMS else []
    assert rendered(kind, "", 3).levels == items


def test_a_block_by_itself_starts_below_the_pages_title() -> None:
    block = ContentBlocks().child_blocks["text"]
    value = block.to_python({"heading": "Kop", "text": "<p>Wij helpen.</p>"})
    assert Outline(block.render(value)).levels == [2]
