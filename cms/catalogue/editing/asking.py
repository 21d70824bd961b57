"""Warnings ask: whoever publishes hears them once, and goes on by choosing it again."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.catalogue import gate
from cms.catalogue.dashboard import facts
from cms.catalogue.findings import Told, edit_url
from cms.catalogue.models import CatalogueItem

HEARD: Final = "catalogue.heard"
"""In the session: of each item, the warnings that this editor last heard."""


class Asked(Exception):
    """There are warnings that this editor has not heard yet."""

    def __init__(self, told: Sequence[Told]) -> None:
        super().__init__(len(told))
        self.told = told


def ask(request: HttpRequest, item: CatalogueItem) -> None:
    """Let pass what has no warnings, or only those heard before. Raises Asked."""
    address = edit_url(item)
    told = news(item, today=timezone.localdate())
    words = [str(each) for each in told]
    heard = request.session.get(HEARD, {})
    if words and heard.get(address) != words:
        request.session[HEARD] = {**heard, address: words}
        raise Asked(told)


def news(item: CatalogueItem, *, today: date) -> Sequence[Told]:
    """The warnings that this draft brings; what lint says of what is live is no news.

    And that the day has passed on which somebody would read it again: a publish is the
    moment for that.
    """
    address = edit_url(item)
    before = {str(each) for each in facts.live_findings()}
    told = [each for each in gate.findings_with(item) if not each.blocks and each.form == address]
    found = [each for each in told if str(each) not in before]
    if item.review_on and item.review_on <= today:
        found.append(Told.about_field(item, "review_on", str(REVIEW_PASSED)))
    return found


REVIEW_PASSED: Final = _(
    "the day to read this again has passed: choose a next one, on the tab Keeping"
)
