"""News as RSS."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from cms.models import NewsIndexPage, NewsPage
from cms.shown import shown
from cms.translating import unfinished

NEWEST = 20


class NewsFeed(Feed[NewsPage, HttpRequest]):
    """The newest items, in the language that is asked for; Dutch by default."""

    title: str | Promise = _("News of your municipality")
    description: str | Promise = _("What changes for residents")

    def get_object(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpRequest:
        """The request itself: addresses follow from it."""
        return request

    def link(self, request: HttpRequest) -> str:
        """The page with all news, or the site when there is none."""
        index = shown(NewsIndexPage.objects.filter(locale=Locale.get_active())).first()
        return str(index.get_full_url(request)) if index else request.build_absolute_uri("/")

    def items(self, request: HttpRequest) -> list[NewsPage]:
        """Newest first."""
        news = shown(NewsPage.objects.filter(locale=Locale.get_active(), alias_of=None)).exclude(
            pk__in=unfinished()
        )
        return list(news.newest_first()[:NEWEST])

    def item_title(self, item: NewsPage) -> str:
        """As it stands on the page."""
        return str(item.title)

    def item_description(self, item: NewsPage) -> str:
        """The introduction."""
        return str(item.introduction)

    def item_link(self, item: NewsPage) -> str:
        """Where the whole item stands."""
        return str(item.get_full_url())

    def item_pubdate(self, item: NewsPage) -> datetime:
        """The beginning of the day that stands on it."""
        return timezone.make_aware(datetime.combine(item.published_on, time.min))
