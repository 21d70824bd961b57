"""What stands under "Intake" in the menu of the admin, beside the lists."""

from collections.abc import Sequence
from typing import Final

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from cms.catalogue.screens import VIEW, may

HOOK: Final = "register_catalogue_menu_item"


class ScreenItem(MenuItem):
    """A screen about the whole catalogue, for who may see that."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Not for who keeps pages only."""
        return may(request.user, VIEW)


def items() -> Sequence[MenuItem]:
    """After the lists, which Wagtail numbers from one."""
    screens = (
        (_("What asks attention"), "cms_catalogue_attention", "warning"),
        (_("History of questions"), "cms_catalogue_history", "history"),
        (_("Compare versions"), "cms_catalogue_versions", "copy"),
        (_("Import and export"), "cms_catalogue_transport", "download"),
    )
    return [
        ScreenItem(words, reverse_lazy(name), name=name, icon_name=icon, order=100 + place)
        for place, (words, name, icon) in enumerate(screens)
    ]
