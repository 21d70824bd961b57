"""Wagtail's date pickers work under our Content-Security-Policy."""

import pytest
from django.contrib.staticfiles import finders
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput


@pytest.mark.parametrize(
    ("widget", "starter"),
    [
        (AdminDateInput(), "initDateChooser"),
        (AdminDateTimeInput(), "initDateTimeChooser"),
        (AdminTimeInput(), "initTimeChooser"),
    ],
)
def test_a_picker_says_how_it_starts_without_an_inline_script(
    widget: AdminDateInput, starter: str
) -> None:
    html = widget.render("day", None, attrs={"id": "id_day"})

    assert "<script" not in html
    assert f'data-chooser="{starter}"' in html
    assert 'data-for="id_day"' in html
    assert finders.find("cms/choosers.js")
