"""Questions as residents ask them: one answer for every channel, with a part for colleagues."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, NamedTuple

from django.apps import apps
from django.db import models
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms import internal
from cms.blocks.content import ContentBlocks
from cms.fields import BlocksField
from cms.models.base import BasePage
from cms.shown import shown
from cms.topics import AboutTopics, AboutTopicsForm, known_topics, start_url
from cms.words import Findable

AS_A_RESIDENT = ""
AS_A_COLLEAGUE = "colleague"
OF_NO_TOPIC = ""
MOST_TO_START = 3


class AnswerPageForm(AboutTopicsForm):
    """The answer in one sentence is what search and lists show, so there is one."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "search_description" in self.fields:
            self.fields["search_description"].required = True


class AnswerPage(BasePage, AboutTopics, Findable):
    """The title is the question, `search_description` the answer in one sentence.

    `internal` is for colleagues only. It reaches the template when `internal.may_read`
    says so, and it is no search field: whatever shows or indexes this page for residents
    must leave it out.
    """

    call_first = models.BooleanField(
        _("call first"),
        default=False,
        help_text=_("Shows our telephone number, and whether we answer now, instead of the start."),
    )
    introduction = None  # type: ignore[assignment]  # how Django leaves a field out
    answer = BlocksField(ContentBlocks(), verbose_name=_("answer"))
    internal = BlocksField(
        ContentBlocks(),
        blank=True,
        verbose_name=_("for colleagues only"),
        help_text=_("Seen by whoever is signed in as a colleague. Residents never see it."),
    )

    override_translatable_fields: ClassVar[list[Any]] = [
        *AboutTopics.override_translatable_fields,
        SynchronizedField("call_first", overridable=False),
    ]

    template = "cms/answer_page.html"
    base_form_class = AnswerPageForm
    parent_page_types: ClassVar[list[str]] = ["cms.AnswersPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel(
            "search_description",
            heading=_("The answer in one sentence"),
            help_text=_("Residents read this first: above the answer, and when they search."),
        ),
        FieldPanel("topic_keys"),
        FieldPanel("call_first"),
        FieldPanel("answer"),
        FieldPanel("internal"),
        FieldPanel("keywords"),
    ]
    promote_panels: ClassVar[list[Any]] = [FieldPanel("slug"), FieldPanel("seo_title")]
    search_fields: ClassVar[list[Any]] = [
        *Page.search_fields,
        index.SearchField("search_description"),
        index.SearchField("keywords"),
        index.SearchField("answer"),
    ]

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    @property
    def preview_modes(self) -> list[tuple[str, str | Promise]]:
        """As residents read it, and as colleagues do."""
        return [
            (AS_A_RESIDENT, _("As a resident reads it")),
            (AS_A_COLLEAGUE, _("As a colleague reads it")),
        ]

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Whoever previews is a colleague, so the mode says which of the two to show."""
        context = self.get_context(request)
        context["internal"] = self.internal if mode_name == AS_A_COLLEAGUE else ()
        return context

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """Add the pages of its topics, the start; and for colleagues alone their own part."""
        context = super().get_context(request, *args, **kwargs)
        context["topics"] = self.topics()
        context["intake_url"] = "" if self.call_first else self.intake_url()
        context["internal"] = self.internal if internal.may_read(request) else ()
        return context

    @property
    def may_be_kept(self) -> bool:
        """Not where it says whether somebody answers the telephone now."""
        return not self.call_first

    def intake_url(self) -> str:
        """Where the intake for its topics starts; empty for an answer about none, or about many.

        Nobody asks for everything that a general answer happens to be about.
        """
        few = 0 < len(self.topic_keys) <= MOST_TO_START
        return start_url(*self.topic_keys) if few else ""

    def topics(self) -> PageQuerySet:
        """The pages in this language that tell about its topics."""
        # By name: a topic page lists its answers, so its module comes after this one.
        pages = apps.get_model("cms", "TopicPage").objects.filter(locale=self.locale_id)
        return shown(pages.filter(topic_key__in=self.topic_keys))


class AnswerLink(NamedTuple):
    """A question in a list, and where its answer stands; an alias says of which page."""

    pk: int
    title: str
    url: str
    alias_of_id: int | None


class Group(NamedTuple):
    """Answers about one topic, and its name; the last group has none."""

    key: str
    name: str
    answers: Sequence[AnswerLink]


class AnswersPage(BasePage):
    """All answers, by topic."""

    template = "cms/answers_page.html"
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms.AnswerPage"]

    class Meta:
        verbose_name = _("questions and answers")
        verbose_name_plural = _("questions and answers")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """Add the answers by topic."""
        context = super().get_context(request, *args, **kwargs)
        context["groups"] = self.groups(request)
        return context

    def groups(self, request: HttpRequest | None = None) -> list[Group]:
        """The answers under each of their topics, in the catalogue's order; then those of none."""
        topics = dict(known_topics())
        under: dict[str, list[AnswerLink]] = {key: [] for key in (*topics, OF_NO_TOPIC)}
        for keys, link in self._links(request):
            for key in topics.keys() & keys or {OF_NO_TOPIC}:
                under[key].append(link)
        return [Group(key, topics.get(key, ""), links) for key, links in under.items() if links]

    def _links(self, request: HttpRequest | None) -> Iterator[tuple[list[str], AnswerLink]]:
        """Topics and link of each answer, without making a page of every row."""
        here = self.get_url(request) or ""
        pages = shown(AnswerPage.objects.child_of(self))
        for keys, pk, title, slug, alias in pages.values_list(
            "topic_keys", "pk", "title", "slug", "alias_of"
        ):
            yield keys, AnswerLink(pk, title, f"{here}{slug}/", alias)
