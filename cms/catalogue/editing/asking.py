"""Warnings ask: whoever publishes hears them once, and goes on by choosing it again."""

from collections.abc import Sequence
from typing import Final

from django.http import HttpRequest

from cms.catalogue import gate
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
    told = [each for each in gate.findings_with(item) if not each.blocks and each.form == address]
    words = [str(each) for each in told]
    heard = request.session.get(HEARD, {})
    if words and heard.get(address) != words:
        request.session[HEARD] = {**heard, address: words}
        raise Asked(told)
