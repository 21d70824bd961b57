"""Which pages anybody may see in a list."""

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.lookups import StartsWith
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet


def shown(pages: PageQuerySet) -> PageQuerySet:
    """Those that are live and not private; without streams, which lists never show.

    As Wagtail's `live().public()`, in one query instead of two for each list.
    """
    below = StartsWith(OuterRef("path"), F("page__path"))
    private = Exists(PageViewRestriction.objects.filter(below))
    return pages.live().exclude(private).defer_streamfields()


def restricted() -> Exists:
    """For a query over pages: whether a restriction stands on one or above it.

    An alias has the restrictions of the page that it follows.
    """
    above = [StartsWith(OuterRef(path), F("page__path")) for path in ("path", "alias_of__path")]
    return Exists(PageViewRestriction.objects.filter(Q(above[0]) | Q(above[1])))
