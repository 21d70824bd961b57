"""How to reach the municipality."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.blocks.content import ContentBlocks
from cms.fields import BlocksField
from cms.models.base import BasePage


class ContactPage(BasePage):
    """Telephone, counter, post and opening hours, out of the municipality's own data.

    The first one that is live is where "contact" leads to on every page.
    """

    body = BlocksField(ContentBlocks(), blank=True, verbose_name=_("content"))

    template = "cms/contact_page.html"
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, FieldPanel("body")]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")
