"""Words of the content files, into what Wagtail stores."""

import pytest
from django.core.exceptions import ValidationError

from cms.blocks.content import ContentBlocks
from portal.demo.content.streams import stream
from portal.demo.content.words import rich_text

TEXT = {"text": {"text": "Bel ons."}}


def test_paragraphs_and_lists() -> None:
    text = "U kunt hulp vragen als:\n\n- u hier\n  woont\n- het niet lukt\n\nBel ons."
    assert rich_text(text) == (
        "<p>U kunt hulp vragen als:</p><ul><li>u hier woont</li><li>het niet lukt</li></ul>"
        "<p>Bel ons.</p>"
    )


def test_bold_and_links() -> None:
    assert rich_text("Bel **nu** [14 0123](tel:140123).") == (
        '<p>Bel <b>nu</b> <a href="tel:140123">14 0123</a>.</p>'
    )


def test_the_municipalitys_own_number() -> None:
    assert rich_text("Bel [14 0123](telefoon:) of [Geldfit](tel:08008115).") == (
        '<p>Bel <a linktype="telephone">14 0123</a> of <a href="tel:08008115">Geldfit</a>.</p>'
    )


def test_a_link_before_the_municipalitys_number_stays_whole() -> None:
    assert rich_text("Chat met [Geldfit](https://geldfit.nl/) of bel [14 0123](telefoon:).") == (
        '<p>Chat met <a href="https://geldfit.nl/">Geldfit</a> of bel '
        '<a linktype="telephone">14 0123</a>.</p>'
    )


def test_signs_stay_signs() -> None:
    assert rich_text("Minder < 5 & meer") == "<p>Minder &lt; 5 &amp; meer</p>"


def test_the_same_words_give_the_same_value() -> None:
    field = ContentBlocks()
    value, again = (field.get_prep_value(stream(field, [TEXT], place="p")) for _ in range(2))
    assert value == again
    assert value != field.get_prep_value(stream(field, [TEXT], place="elders"))


def test_a_wrong_block_is_refused() -> None:
    with pytest.raises(KeyError):
        stream(ContentBlocks(), [{"plaatje": {}}], place="p")
    with pytest.raises(ValidationError):
        stream(ContentBlocks(), [{"steps": {"steps": []}}], place="p")
