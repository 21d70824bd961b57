"""Where most people come in."""

from collections.abc import Sequence
from typing import Any, ClassVar, Final

from django.db.models import F
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Locale, Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from cms.blocks.content import ContentBlocks
from cms.fields import BlocksField
from cms.models.base import BasePage
from cms.models.life_event import LifeEventPage
from cms.models.news import NewsPage
from cms.models.topic import TopicPage
from cms.shown import restricted, shown
from cms.topics import other_topics

NEWEST: Final = 3


class HomePage(BasePage):
    """The title asks what somebody needs; the topics below it answer. One per language."""

    body = BlocksField(ContentBlocks(), blank=True, verbose_name=_("content below the topics"))

    template = "cms/home_page.html"
    parent_page_types: ClassVar[list[Any]] = [Page]
    subpage_types: ClassVar[list[str]] = [
        "cms.TopicPage",
        "cms.LifeEventPage",
        "cms.AnswersPage",
        "cms.NewsIndexPage",
        "cms.ContactPage",
        "cms.StandardPage",
    ]
    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, FieldPanel("body")]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """One below the root for each language, and nowhere else."""
        return bool(super().can_create_at(parent)) and cls.objects.count() < Locale.objects.count()

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """Add life events, topics (those with a page, and the other ones) and the newest news."""
        context = super().get_context(request, *args, **kwargs)
        topics, life_events = self._entrances()
        context["topics"], context["life_events"] = topics, life_events
        context["other_topics"] = other_topics(than={page.topic_key for page in topics})
        news = shown(NewsPage.objects.descendant_of(self))
        context["news"] = news.newest_first()[:NEWEST]
        return context

    def route(self, request: HttpRequest, path_components: Sequence[str]) -> RouteResult:
        """As Wagtail finds a page, in two queries for a page at any depth."""
        if path_components:
            url_path = f"{self.url_path}{'/'.join(path_components)}/"
            pages = self.get_descendants().filter(url_path=url_path)
            page = pages.annotate(is_restricted=restricted()).first()
            if page is None:
                raise Http404
            return page.specific.route(request, [])
        return super().route(request, path_components)

    def _entrances(self) -> tuple[list[Page], list[Page]]:
        """Pages of topics and of life events, in the editors' order; one query for both."""
        pages = shown(Page.objects.child_of(self).type(TopicPage, LifeEventPage)).annotate(
            topic_key=F("topicpage__topic_key"),
            topic_keys=F("lifeeventpage__topic_keys"),
            introduction=Coalesce("topicpage__introduction", "lifeeventpage__introduction"),
        )
        pages = pages.only("title", "url_path", "search_description", "alias_of", "path")
        topics = [page for page in pages if page.topic_key is not None]
        return topics, [page for page in pages if page.topic_key is None]
