"""Every public page for search engines, without copies that nobody translated."""

from wagtail.contrib.sitemaps import Sitemap
from wagtail.query import PageQuerySet

from cms.translating import unfinished


class PublicPages(Sitemap):
    """Wagtail's list, in which a Dutch page stands once."""

    def items(self) -> PageQuerySet:
        """Live and public pages that have words of their own, in the order of the tree."""
        return super().items().filter(alias_of=None).exclude(pk__in=unfinished())
