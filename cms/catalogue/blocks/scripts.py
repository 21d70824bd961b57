"""What the forms of the catalogue bring to the browser; one module loads the other ones."""

from typing import Final

from django.forms import Media, Script
from django.utils.functional import cached_property

SCRIPT: Final = Script("cms_catalogue/builder.js", type="module")
BUILDER: Final = Media(
    js=[SCRIPT],  # type: ignore[list-item]  # the stubs do not know yet that it may be an asset
    css={"all": ["cms_catalogue/builder.css"]},
)


class WithBuilder:
    """An adapter whose block or widget is drawn by our module, beside Wagtail's own script."""

    @cached_property
    def media(self) -> Media:
        """Both."""
        both: Media = super().media + BUILDER  # type: ignore[misc]
        return both
