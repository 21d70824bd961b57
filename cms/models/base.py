"""What every page of the site has."""

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from django import forms
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from cms import page_cache

HOME_DEPTH: Final = 2  # below the root that Wagtail hides

# The browser's own; Wagtail's is started by an inline script, which our policy refuses.
DAY_PICKER: Final = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


PREVIEW_SIZES: Final = [
    {
        "name": "phone",
        "icon": "mobile-alt",
        "device_width": 360,
        "label": _("Preview on a telephone"),
    },
    {
        "name": "desk",
        "icon": "desktop",
        "device_width": 1280,
        "label": _("Preview at a desk"),
    },
]


class BasePage(Page):
    """A page with an introduction, a summary for lists, and a day to look at it again.

    Wagtail's `search_description` is the summary: one B1 sentence, shown on cards and
    in search engines. The page's language is its locale.
    """

    introduction = models.TextField(
        _("introduction"),
        max_length=400,
        help_text=_("Two or three short sentences: what does somebody find here?"),
    )
    review_on = models.DateField(
        _("check again on"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody reads whether this page is still true."),
    )

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("introduction")]
    settings_panels: ClassVar[list[Any]] = [
        *Page.settings_panels,
        FieldPanel("review_on", widget=DAY_PICKER),
    ]
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.SearchField("introduction")]

    class Meta:
        abstract = True

    @cached_property
    def in_every_language(self) -> list[Page]:
        """This page and its translations, aliases too: those that are live, with locale."""
        pages = Page.objects.filter(translation_key=self.translation_key).live()
        return list(pages.select_related("locale").order_by("locale_id"))

    @property
    def may_be_kept(self) -> bool:
        """Whether the page stays the same until somebody publishes."""
        return True

    def update_aliases(self, **how: object) -> None:
        """Let the copies in other languages follow, once this page is live itself.

        Wagtail calls this too for a page that is only planned, and makes the copies live.
        A copy that is followed in turn is called by the page it follows, which is live.
        """
        if self.live or self.alias_of_id is not None:
            super().update_aliases(**how)

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        """As most residents read, on a telephone, and as others do, at a desk."""
        return PREVIEW_SIZES

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Show the page, which visitors without a session may share."""
        response = super().serve(request, *args, **kwargs)
        return page_cache.mark(response) if self.may_be_kept else response

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """Add the way to this page, which ends with the page itself."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["trail"] = self._trail(request)
        return context

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """What Wagtail asks before it shows a page, in one query instead of two.

        Restrictions of this page and of every page above it; an alias has those of the
        page it follows. No query at all when the one that found the page saw that there
        are none.
        """
        if not getattr(self, "is_restricted", True):
            none: QuerySet[PageViewRestriction] = PageViewRestriction.objects.none()
            return none
        steps = range(self.steplen, len(self.path) + 1, self.steplen)
        above = [self.path[:step] for step in steps]
        alike = Q(page__path__in=above) | Q(page__aliases__path__in=above)
        restrictions: QuerySet[PageViewRestriction] = PageViewRestriction.objects.filter(alike)
        return restrictions.distinct()

    def _trail(self, request: HttpRequest) -> Iterator[dict[str, str | Promise]]:
        """The breadcrumb, from home on; read only by a template that shows it."""
        yield {"label": _("Home"), "url": reverse("wagtail_serve", args=("",))}
        if self.depth > HOME_DEPTH + 1:
            for page in self.get_ancestors().filter(depth__gt=HOME_DEPTH).live():
                yield {"label": page.title, "url": page.get_url(request)}
        yield {"label": self.title}
