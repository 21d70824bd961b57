"""What an editor cannot publish, because somebody could not read or use it."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.images.models import Image

from cms.blocks.contacts import ContactBlock
from cms.blocks.lists import CardBlock, StepsBlock
from cms.blocks.tables import TableBlock
from cms.blocks.text import FEATURES, PictureBlock

TABLE: dict[str, Any] = {
    "caption": "Hoe lang duurt het?",
    "columns": [{"type": "text", "heading": "Stap"}, {"type": "text", "heading": "Hoe lang"}],
    "rows": [{"values": ["Besluit", "8 weken"]}],
}
CARD = {"title": "Schuldhulp", "text": ""}


def clean(block: Any, raw: object) -> Any:
    return block.clean(block.to_python(raw))


def test_a_table_names_its_columns_and_its_rows() -> None:
    html = TableBlock().render(clean(TableBlock(), TABLE))
    assert '<th scope="col" class="utrecht-table__header-cell">Stap</th>' in html
    assert '<th scope="row" class="utrecht-table__cell">Besluit</th>' in html
    assert "<caption" in html


@pytest.mark.parametrize(
    "wrong",
    [
        {"caption": ""},
        {"columns": [{"type": "text", "heading": "Stap"}, {"type": "text", "heading": ""}]},
        {"columns": [], "rows": []},
    ],
)
def test_a_table_without_words_to_read_aloud_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        clean(TableBlock(), TABLE | wrong)


@pytest.mark.parametrize("decorative", [True, False])
def test_a_picture_needs_a_text_unless_it_is_decoration(db: None, *, decorative: bool) -> None:
    block = PictureBlock()
    value = Image(title="terp")
    value.contextual_alt_text, value.decorative = "", decorative
    block.child_blocks["image"].clean = lambda given: given
    if decorative:
        assert block.clean(value) == value
    else:
        with pytest.raises(ValidationError):
            block.clean(value)


@pytest.mark.parametrize(
    "places", [{}, {"page": 1, "url": "https://www.zeventerpen.example/"}], ids=["none", "both"]
)
def test_a_card_leads_to_exactly_one_place(db: None, places: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        clean(CardBlock(), CARD | places)


def test_one_step_is_no_list_of_steps() -> None:
    with pytest.raises(ValidationError):
        clean(StepsBlock(), {"heading": "", "steps": [{"title": "Eerst", "text": ""}]})


def test_a_telephone_number_can_be_dialled() -> None:
    contact = {"name": "Geldfit", "text": "Denkt mee.", "phone": "bel ons"}
    with pytest.raises(ValidationError):
        clean(ContactBlock(), contact)


def test_editors_choose_no_heading_colour_or_size_in_running_text() -> None:
    assert set(FEATURES) == {"bold", "link", "telephone", "document-link", "ol", "ul"}
