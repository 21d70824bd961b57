"""News: what changes for residents, newest first."""

from typing import Any, ClassVar, Self

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from cms.blocks.content import ContentBlocks
from cms.fields import BlocksField
from cms.models.base import DAY_PICKER, BasePage
from cms.shown import shown


class NewsQuerySet(PageQuerySet):
    """The vocabulary of news."""

    def newest_first(self) -> Self:
        """By the day that stands on it, then by when it was made."""
        ordered: Self = self.order_by("-published_on", "-pk")
        return ordered


class NewsPage(BasePage):
    """One item of news, with the day that stands on it."""

    published_on = models.DateField(_("day"), default=timezone.localdate)
    body = BlocksField(ContentBlocks(), verbose_name=_("content"))

    objects = PageManager.from_queryset(NewsQuerySet)()

    template = "cms/news_page.html"
    parent_page_types: ClassVar[list[str]] = ["cms.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("published_on", widget=DAY_PICKER),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("published_on"),
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")


class NewsIndexPage(BasePage):
    """All news."""

    template = "cms/news_index_page.html"
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms.NewsPage"]

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """Add the news, newest first."""
        context = super().get_context(request, *args, **kwargs)
        news = shown(NewsPage.objects.child_of(self))
        context["news"] = news.newest_first()
        return context
