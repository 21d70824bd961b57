"""Which translations are not finished: what is public of them is partly Dutch.

Where somebody sends a page for translation, its copy becomes a page of its own at once,
with the Dutch words for every piece that nobody translated yet.
"""

from collections.abc import Mapping
from typing import Final, Protocol

from django.db.models import Count, Exists, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

HALF: Final = 2


Unfinished = Mapping[int, bool]
"""Of each page that is not fully translated, by its id: whether the most of it is Dutch."""


class Listed(Protocol):
    """A page, or what a list tells of it: its id, and of which page it is an alias."""

    @property
    def pk(self) -> int | None: ...

    @property
    def alias_of_id(self) -> int | None: ...


def unfinished() -> dict[int, bool]:
    """`Unfinished` pages as they were last published; one query."""
    return {pk: missing * HALF > pieces for pk, pieces, missing in _counted()}


def is_dutch(page: Listed, unfinished: Unfinished) -> bool:
    """Whether the words of a page in the tree of another language are Dutch, all or the most."""
    return page.alias_of_id is not None or unfinished.get(page.pk or 0, False)


def is_partly_dutch(page: Listed, unfinished: Unfinished) -> bool:
    """Whether some words of it are Dutch, and the most are not."""
    return page.alias_of_id is None and unfinished.get(page.pk or 0) is False


def is_translated(page: Listed, unfinished: Unfinished) -> bool:
    """Whether every word of it is in its own language."""
    return page.alias_of_id is None and page.pk not in unfinished


def _counted() -> "QuerySet[Page, tuple[int, int, int]]":
    pieces = StringSegment.objects.filter(
        source__object_id=OuterRef("translation_key"),
        source__translations__enabled=True,
        source__translations__target_locale=OuterRef("locale"),
    )
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef(OuterRef("locale")),
        has_error=False,
        created_at__lte=OuterRef(OuterRef("last_published_at")),
    )
    pages = Page.objects.filter(alias_of=None).annotate(
        pieces=_count(pieces), missing=_count(pieces.filter(~Exists(translated)))
    )
    rows: QuerySet[Page, tuple[int, int, int]] = pages.filter(missing__gt=0).values_list(
        "pk", F("pieces"), F("missing")
    )
    return rows


def _count(rows: QuerySet[StringSegment]) -> Coalesce:
    """How many, for a query over pages."""
    counted = rows.order_by().values("source").annotate(many=Count("pk")).values("many")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
