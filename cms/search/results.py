"""What a query found, as the page of results shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from cms.search.documents import Document, Kind
from cms.search.emergency import Call, alarm
from cms.search.fitting import Suggestion, fitting
from cms.search.index import SearchIndex
from cms.search.marking import marked

MOST_RESULTS: Final = 20
FIRST: Final = 6
"""So many results stand open; the rest is behind "more"."""
MOST_SUGGESTIONS: Final = 6
MOST_POPULAR: Final = 6
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The whole page. `corrected`: the query as it was understood, empty when as typed.

    `call_us`: it cannot wait, so the municipality's own number stands above everything.
    `folded`: calling comes before all that was found, so that stays closed but for `beside`: an
    answer to what was cried. `topics`: what to start with; nothing when folded. `popular` only
    when nothing was found, and nobody to call.
    """

    query: str
    results: Sequence[Result]
    topics: Sequence[Suggestion]
    corrected: str
    calls: Sequence[Call]
    call_us: bool
    folded: bool
    beside: Sequence[Result]
    popular: Sequence[Document]

    @property
    def urgent(self) -> bool:
        """Whether there is somebody to call before anything else."""
        return bool(self.calls) or self.call_us

    @property
    def first(self) -> Sequence[Result]:
        """The results that stand open."""
        return self.results[:FIRST]

    @property
    def more(self) -> Sequence[Result]:
        """The results behind "more"."""
        return self.results[FIRST:]

    @property
    def next_place(self) -> int:
        """The place of the first one behind "more"."""
        return FIRST + 1


def results_of(query: str, index: SearchIndex, *, language: str) -> Results:
    """Search, and say what was found in words for a resident."""
    found = index.search(query)
    matches = index.matcher(found.asked)
    heard = alarm(query, language, index.reader.knows)
    urgent = bool(heard.calls) or heard.call_us
    beside = _answer(heard.means, index)
    hits = [hit.document for hit in found.hits if hit.document not in beside]
    return Results(
        query=query,
        results=[_result(each, matches, language) for each in hits[:MOST_RESULTS]],
        topics=() if heard.comes_first else fitting(found, index, sure_only=heard.call_us),
        corrected=found.asked.corrected,
        calls=heard.calls,
        call_us=heard.call_us,
        folded=heard.comes_first,
        beside=[_result(each, matches, language) for each in beside],
        popular=() if found.hits or urgent else _popular(index),
    )


def _answer(means: str, index: SearchIndex) -> list[Document]:
    """The answer that is best for these words; none when another kind of page is."""
    hits = index.search(means).hits[:1] if means else ()
    return [hit.document for hit in hits if hit.document.kind is Kind.ANSWER]


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


def _popular(index: SearchIndex) -> list[Document]:
    """The first topics in the editors' order; nobody counts what people look for."""
    topics = [each for each in index.documents if each.kind is Kind.TOPIC]
    return sorted(topics, key=lambda each: each.place)[:MOST_POPULAR]
