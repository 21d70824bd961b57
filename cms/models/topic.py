"""A page about one thing that residents can ask for."""

from typing import Any, ClassVar, Final, NamedTuple

from django.db import models
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.blocks.content import ContentBlocks
from cms.fields import BlocksField
from cms.models.answers import AnswerLink, AnswerPage
from cms.models.base import BasePage
from cms.shown import shown
from cms.topics import TopicPageForm, is_about, start_url
from cms.words import Findable


class Section(NamedTuple):
    """A part of a topic page: its anchor, its heading, its blocks."""

    anchor: str
    heading: str | Promise
    blocks: Any


# The field of each section, its anchor in the address, its heading; in reading order.
SECTIONS: Final = (
    ("what_is_it", "wat-is-het", _("What is it?")),
    ("is_it_for_me", "voor-mij", _("Is it for me?")),
    ("what_do_i_need", "nodig", _("What do I need?")),
    ("what_does_it_cost", "kosten", _("What does it cost?")),
    ("how_long", "hoe-lang", _("How long does it take?")),
    ("what_happens_next", "daarna", _("What happens next?")),
    ("who_else_helps", "wie-helpt", _("Who else helps?")),
)


class TopicPage(BasePage, Findable):
    """Says in plain words what a topic of the intake is, and starts it.

    `topic_key` names the topic in intake's catalogue. The sections are fields of
    their own, so that every topic answers the same questions in the same order.
    """

    topic_key = models.CharField(
        _("topic of the intake"),
        max_length=100,
        help_text=_("What the start button of this page chooses."),
    )
    what_is_it = BlocksField(ContentBlocks(), verbose_name=_("What is it?"))
    is_it_for_me = BlocksField(ContentBlocks(), verbose_name=_("Is it for me?"))
    what_do_i_need = BlocksField(ContentBlocks(), blank=True, verbose_name=_("What do I need?"))
    what_does_it_cost = BlocksField(
        ContentBlocks(), blank=True, verbose_name=_("What does it cost?")
    )
    how_long = BlocksField(ContentBlocks(), blank=True, verbose_name=_("How long does it take?"))
    what_happens_next = BlocksField(
        ContentBlocks(), blank=True, verbose_name=_("What happens next?")
    )
    who_else_helps = BlocksField(ContentBlocks(), blank=True, verbose_name=_("Who else helps?"))

    override_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("topic_key", overridable=False)
    ]

    template = "cms/topic_page.html"
    base_form_class = TopicPageForm
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms.StandardPage"]
    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("topic_key"),
        MultiFieldPanel([FieldPanel(field) for field, *_words in SECTIONS], _("Sections")),
        FieldPanel("keywords"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("keywords"),
        *(index.SearchField(field) for field, *_words in SECTIONS),
    ]

    class Meta:
        verbose_name = _("topic page")
        verbose_name_plural = _("topic pages")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """Add the sections that have content, the answers, and where the start button leads."""
        context = super().get_context(request, *args, **kwargs)
        context["sections"] = self.sections()
        context["answers"] = self.answers(request)
        context["intake_url"] = start_url(self.topic_key)
        return context

    def sections(self) -> list[Section]:
        """The sections that an editor filled, in reading order."""
        filled = ((anchor, heading, getattr(self, field)) for field, anchor, heading in SECTIONS)
        return [Section(*section) for section in filled if section[2]]

    def answers(self, request: HttpRequest | None = None) -> list[AnswerLink]:
        """Links to the answers in this language that are about this topic."""
        about = AnswerPage.objects.filter(is_about(self.topic_key), locale=self.locale_id)
        pages = shown(about).only("title", "url_path", "alias_of")
        return [
            AnswerLink(page.pk, page.title, page.get_url(request) or "", page.alias_of_id)
            for page in pages
        ]
