"""What there is to find in a language: live public pages, and every topic of the catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import unescape
from typing import Final

from django.utils.html import strip_tags
from wagtail.models import Page

from cms.fields import BlocksField
from cms.languages import DUTCH
from cms.models import AnswerPage, HomePage, LifeEventPage, NewsPage, TopicPage
from cms.search.catalogued import also_in, as_document
from cms.search.documents import Document, Field, Kind, Wording
from cms.topics import AboutTopics, start_url
from cms.translating import is_dutch, unfinished
from cms.words import Findable
from intake.catalogue.translations import shown_text
from intake.questionnaire.definition import Topic

KINDS: Final[Mapping[type[Page], Kind]] = {
    TopicPage: Kind.TOPIC,
    LifeEventPage: Kind.LIFE_EVENT,
    AnswerPage: Kind.ANSWER,
    NewsPage: Kind.NEWS,
}

# The streams that residents read, by name: a new one is left out until it stands here.
READ_BY_RESIDENTS: Final = (
    "answer",
    "body",
    "first",
    "we_help",
    "what_is_it",
    "is_it_for_me",
    "what_do_i_need",
    "what_does_it_cost",
    "how_long",
    "what_happens_next",
)
"""Not `internal`, for that is for colleagues, nor `who_else_helps`: who finds a page by the
name of another organisation looks for that one."""


def documents(language: str, topics: Sequence[Topic]) -> list[Document]:
    """All documents of the tree of a language; a topic without a page leads to its intake."""
    unfinished_pages = unfinished()
    found = [
        _page(page, topics, language, is_dutch=is_dutch(page, unfinished_pages))
        for page in _pages(language)
    ]
    told = {topic for each in found if each.kind is Kind.TOPIC for topic in each.topics}
    rest = [as_document(topic, language) for topic in topics if topic.key not in told]
    return [replace(each, place=at) for at, each in enumerate([*found, *rest])]


def _pages(language: str) -> Iterator[Page]:
    pages = Page.objects.live().public().filter(locale__language_code=language)
    yield from pages.not_type(HomePage).filter(depth__gt=2).specific().order_by("path")


def _page(page: Page, topics: Sequence[Topic], language: str, *, is_dutch: bool) -> Document:
    kind = KINDS.get(type(page), Kind.PAGE)
    keys = _topics_of(page)
    about = [topic for topic in topics if topic.key in keys]
    written_in = DUTCH if is_dutch else language
    starts = kind in {Kind.TOPIC, Kind.LIFE_EVENT} and keys
    document = Document(
        key=f"{kind}:{page.slug}:{page.get_url()}",
        kind=kind,
        title=page.title,
        summary=page.search_description or _first_sentence(_introduction(page)),
        url=page.get_url() or "",
        language=written_in,
        leads_to=written_in,
        topics=keys,
        start_url=start_url(*keys) if starts else "",
        wordings=(_wording(page, written_in, about if kind is Kind.TOPIC else ()),),
    )
    return document if written_in == language else also_in(language, document, about)


def _wording(page: Page, language: str, called: Sequence[Topic]) -> Wording:
    """`called`: the topics that the page is the page of."""
    keywords = page.search_words() if isinstance(page, Findable) else []
    names = [shown_text(topic.name, language, key=topic.key) for topic in called]
    summaries = [shown_text(topic.summary, language, key=topic.key) for topic in called]
    return Wording(
        language=language,
        texts={
            Field.TITLE: " ".join([page.title, *names]),
            Field.KEYWORDS: " ".join(keywords),
            Field.SUMMARY: " ".join([page.search_description, *summaries]),
            Field.INTRODUCTION: _introduction(page),
            Field.BODY: " ".join(_streams(page)),
        },
        names=[page.title, *names, *keywords] if called else (),
    )


def _introduction(page: Page) -> str:
    return str(getattr(page, "introduction", None) or "")


def _topics_of(page: Page) -> tuple[str, ...]:
    if isinstance(page, TopicPage):
        return (page.topic_key,)
    return tuple(page.topic_keys) if isinstance(page, AboutTopics) else ()


def _streams(page: Page) -> Iterator[str]:
    for field in page._meta.get_fields():
        if isinstance(field, BlocksField) and field.name in READ_BY_RESIDENTS:
            for text in field.get_searchable_content(getattr(page, field.name)):
                yield unescape(strip_tags(str(text).replace("<", " <")))


def _first_sentence(text: str) -> str:
    end = min((at for sign in ".?!" if (at := text.find(sign)) > 0), default=len(text))
    return text[: end + 1]
