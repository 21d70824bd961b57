"""A page about something that happens to somebody, which several topics can help with."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.blocks.content import ContentBlocks
from cms.fields import BlocksField
from cms.models.base import BasePage
from cms.topics import AboutTopics, AboutTopicsForm, start_url
from cms.words import Findable


class LifeEventPageForm(AboutTopicsForm):
    """A life event is there to start an intake with its topics, so it has some."""

    topics_required = True


class LifeEventPage(BasePage, AboutTopics, Findable):
    """What somebody can do now, what we can do, who else helps; starts one intake for it all."""

    first = BlocksField(ContentBlocks(), verbose_name=_("What can you do now?"))
    we_help = BlocksField(ContentBlocks(), verbose_name=_("What can we do for you?"))
    who_else_helps = BlocksField(ContentBlocks(), blank=True, verbose_name=_("Who else helps?"))

    template = "cms/life_event_page.html"
    base_form_class = LifeEventPageForm
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("topic_keys", help_text=_("What the start button of this page chooses.")),
        FieldPanel("first"),
        FieldPanel("we_help"),
        FieldPanel("who_else_helps"),
        FieldPanel("keywords"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("keywords"),
        index.SearchField("first"),
        index.SearchField("we_help"),
        index.SearchField("who_else_helps"),
    ]

    class Meta:
        verbose_name = _("life event")
        verbose_name_plural = _("life events")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """Add where the start button leads."""
        context = super().get_context(request, *args, **kwargs)
        context["intake_url"] = start_url(*self.topic_keys)
        return context
