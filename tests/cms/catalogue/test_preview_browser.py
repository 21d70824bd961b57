"""A preview in a real browser, on a telephone and at a desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser

from cms.catalogue.importing import import_catalogue
from cms.catalogue.models import TopicIntake
from tests.accessibility import engines, scripted
from tests.accessibility.window import Window, window
from tests.cms.catalogue import small
from tests.cms.colleagues import sign_in, with_all_rights
from tests.intakes import NOON, starter

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

HELP = "no telephone to call"  # this is no page of the site


@pytest.fixture
def tab(chromium: Browser, client: Client) -> Iterator[Window]:
    import_catalogue(catalogue=small.catalogue(), municipality=starter()[1], now=NOON)
    sign_in(client, with_all_rights())  # a flush takes the groups that migrations made
    opened = window(chromium, client)
    yield opened
    opened.page.context.close()


def test_every_part_fits_a_telephone_and_a_desk_and_reads_well(tab: Window, tmp_path: Path) -> None:
    topic = TopicIntake.objects.get(key="traplift")
    address = reverse("cms_catalogue_preview", kwargs={"kind": "topicintake", "pk": topic.pk})
    pages = {}
    for section in ("onderwerpen", "vragen", "delen", "bericht", "bewijs"):
        answer = tab.fetch(address, sends={"deel": section, "doe": "voorbeeld"})
        pages[section] = answer.html
        for size in topic.preview_sizes:
            tab.widen(size["device_width"])
            tab.open(answer)
            found = [*tab.complaints, *engines.axe(tab.page), *engines.ibm(tab.page)]
            found += [*engines.htmlcs(tab.page), *scripted.sideways(tab.page)]
            found += [*scripted.small_targets(tab.page), *scripted.lost_focus(tab.page)]
            found += [each for each in scripted.outline(tab.page) if each != HELP]
            assert (section, size["name"], found) == (section, size["name"], [])
    frame = tab.page.frame_locator("iframe")
    frame.get_by_role("heading", level=1).wait_for()
    assert engines.vnu(pages, tmp_path) == []
