"""A page of text: about this site, privacy, accessibility."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.blocks.content import ContentBlocks
from cms.fields import BlocksField
from cms.models.base import BasePage


class StandardPage(BasePage):
    """A page of text; in the footer when it is marked to show in menus."""

    body = BlocksField(ContentBlocks(), blank=True, verbose_name=_("content"))

    template = "cms/standard_page.html"
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage", "cms.StandardPage"]
    subpage_types: ClassVar[list[str]] = ["cms.StandardPage"]
    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, FieldPanel("body")]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("text page")
        verbose_name_plural = _("text pages")
