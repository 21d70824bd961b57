"""The municipality's number in running text follows the municipality's own data."""

import pytest
from django.template import Context, Template
from django.test import Client
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import RichText, expand_db_html

from cms.blocks.text import FEATURES
from tests.cms.factories import home_page, municipality_data, topic_page

SOURCE = '<p>Bel <a linktype="telephone">14 0123</a>, of 14 0123.</p>'


def shown(context: dict[str, object]) -> str:
    template = Template("{% load words %}{% words text %}")
    return template.render(Context({"text": RichText(SOURCE)} | context))


def test_todays_number_is_shown_and_dialled() -> None:
    html = shown({"municipality": {"phone": "14 0999"}})
    assert html == '<p>Bel <a href="tel:140999">14 0999</a>, of 14 0123.</p>'


@pytest.mark.parametrize("context", [{}, {"municipality": {}}])
def test_without_a_number_the_words_stay(context: dict[str, object]) -> None:
    assert shown(context) == "<p>Bel 14 0123, of 14 0123.</p>"


def test_a_page_shows_it(client: Client) -> None:
    municipality_data()
    topic_page(home_page(), what_is_it=[("text", {"heading": "", "text": SOURCE})])
    html = client.get("/schuldhulp/").content.decode()
    assert 'Bel <a href="tel:140999">14 0999</a>' in html
    assert "linktype" not in html


def test_rich_text_shown_elsewhere_dials_it_too(db: None) -> None:
    assert "<a>14 0123</a>" in expand_db_html(SOURCE)
    municipality_data()
    assert '<a href="tel:140999">14 0123</a>' in expand_db_html(SOURCE)


def test_the_text_editor_keeps_it() -> None:
    converter = ContentstateConverter(features=FEATURES)
    stored = converter.to_database_format(converter.from_database_format(SOURCE))
    assert '<a linktype="telephone">14 0123</a>, of 14 0123.' in stored
