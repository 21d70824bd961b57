"""The level of a heading follows from where a block stands, never from an editor."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock

TOP: Final = 2  # the page's own title is the one heading of level 1
DEEPEST: Final = 6


class HeadedBlock(StructBlock):
    """A block with a heading at `level`, and items of its own at `item_level`."""

    heading = CharBlock(required=False, max_length=100, label=_("Heading"))

    def get_context(
        self, value: Mapping[str, Any], parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """The template's context; an absent heading makes room for the items' ones."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        level = context.setdefault("level", TOP)
        context["item_level"] = min(level + 1, DEEPEST) if value["heading"] else level
        return context
