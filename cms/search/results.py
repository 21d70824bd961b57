"""What a query found, as the page of results shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from cms.search.documents import Document, Kind
from cms.search.emergency import Call, alarm
from cms.search.index import Found, Hit, SearchIndex
from cms.search.marking import marked

MOST_RESULTS: Final = 20
MOST_SUGGESTIONS: Final = 6
MOST_TOPICS: Final = 4
MOST_POPULAR: Final = 6
SENTENCE: Final = 3
"""So many different words that say something are a story, not a name."""

FITS_TOO: Final = 0.6
"""A topic may fit beside the best one when the results speak for it at least this much."""

# How much a result says about each of the topics that it names.
SPEAKS_FOR: Final = {Kind.TOPIC: 1.0, Kind.LIFE_EVENT: 0.5, Kind.ANSWER: 0.3}

KINDS: Final[dict[Kind, Promise]] = {
    Kind.TOPIC: _("Topic"),
    Kind.LIFE_EVENT: _("Life event"),
    Kind.ANSWER: _("Question and answer"),
    Kind.NEWS: _("News"),
    Kind.PAGE: _("Page"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A line of the list. `language`: of its words. `leads_to`: of the page behind it.

    Both are empty when that is the reader's own. `start_url`: where the intake for this
    topic starts, empty for what is no topic.
    """

    kind: Promise
    title: SafeString
    name: str
    summary: SafeString
    url: str
    start_url: str
    language: str
    leads_to: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic that may fit, by the title of its page. `ticked`: it surely does."""

    key: str
    name: str
    language: str
    ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The whole page. `corrected`: the query as it was understood, empty when as typed.

    `topics`: what to start with, or nothing, as beside a telephone number that comes first.
    `call_us`: it cannot wait, so the municipality's own number stands above everything.
    `popular` only when nothing was found.
    """

    query: str
    results: Sequence[Result]
    topics: Sequence[Suggestion]
    corrected: str
    calls: Sequence[Call]
    call_us: bool
    popular: Sequence[Document]


def results_of(query: str, index: SearchIndex, *, language: str) -> Results:
    """Search, and say what was found in words for a resident."""
    found = index.search(query)
    matches = index.matcher(found.asked)
    heard = alarm(query, language)
    return Results(
        query=query,
        results=[_result(hit.document, matches, language) for hit in found.hits[:MOST_RESULTS]],
        topics=() if heard.calls else _fitting(found, index, sure_only=heard.call_us),
        corrected=found.asked.corrected,
        calls=heard.calls,
        call_us=heard.call_us,
        popular=() if found.hits else _popular(index),
    )


def suggestions(query: str, index: SearchIndex) -> list[Document]:
    """What somebody who is typing may be looking for, the best first."""
    found = index.search(query, unfinished=True)
    return [hit.document for hit in found.hits[:MOST_SUGGESTIONS]]


def _result(document: Document, matches: Callable[[str], bool], language: str) -> Result:
    return Result(
        kind=KINDS[document.kind],
        title=marked(document.title, matches),
        name=document.title,
        summary=marked(document.summary, matches),
        url=document.url,
        start_url=document.start_url if document.kind is Kind.TOPIC else "",
        language="" if document.language == language else document.language,
        leads_to="" if document.leads_to == language else document.leads_to,
    )


def _fitting(found: Found, index: SearchIndex, *, sure_only: bool) -> list[Suggestion]:
    """The topics that were named, ticked; and after them those that the results speak for.

    None when nothing was named. A topic alone is no suggestion to who typed just its name:
    its page stands first anyway.
    """
    pages = _topic_pages(index)
    evidence = _evidence(found.hits)
    ranked = sorted(pages, key=lambda key: (-evidence.get(key, 0.0), key))
    sure = [key for key in ranked if key in found.named]
    enough = FITS_TOO * max(evidence.values(), default=0.0)
    others = [key for key in ranked if key not in sure and 0 < enough <= evidence.get(key, 0.0)]
    chosen = sure if sure_only else [*sure, *others][: max(MOST_TOPICS, len(sure))]
    if not sure or (len(chosen) == 1 and not sure_only and len(found.asked.stems) < SENTENCE):
        return []
    return [
        Suggestion(key, pages[key].title, pages[key].language, ticked=key in sure) for key in chosen
    ]


def _topic_pages(index: SearchIndex) -> dict[str, Document]:
    topics = (each for each in index.documents if each.kind is Kind.TOPIC)
    return {key: each for each in topics for key in each.topics}


def _evidence(hits: Sequence[Hit]) -> dict[str, float]:
    """How much the first results speak for each topic."""
    evidence: dict[str, float] = {}
    for hit in hits[:MOST_RESULTS]:
        for key in hit.document.topics:
            weight = hit.score * SPEAKS_FOR.get(hit.document.kind, 0.0)
            evidence[key] = evidence.get(key, 0.0) + weight
    return evidence


def _popular(index: SearchIndex) -> list[Document]:
    """The first topics in the editors' order; nobody counts what people look for."""
    topics = [each for each in index.documents if each.kind is Kind.TOPIC]
    return sorted(topics, key=lambda each: each.place)[:MOST_POPULAR]
