"""The topics that somebody may want to start with, offered above the results."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cms.search.documents import Document, Kind
from cms.search.index import Found, Hit, SearchIndex

MOST_TOPICS: Final = 4
MOST_UNSURE: Final = 3
MOST_HITS: Final = 20

FITS_TOO: Final = 0.6
"""A topic may fit beside the best one when the results speak for it at least this much."""

# How much a result says about each of the topics that it names.
SPEAKS_FOR: Final = {Kind.TOPIC: 1.0, Kind.LIFE_EVENT: 0.5, Kind.ANSWER: 0.3}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic that may fit, by title and summary of its page. `ticked`: it surely does."""

    key: str
    name: str
    summary: str
    language: str
    ticked: bool


def fitting(found: Found, index: SearchIndex, *, sure_only: bool) -> list[Suggestion]:
    """The topics that were named, ticked, and those often asked with them.

    Where nobody knows of the latter, those that the results speak for; not when nothing was
    named and the best result is about no topic.
    """
    pages = _topic_pages(index)
    evidence = _evidence(found.hits)
    ranked = sorted(pages, key=lambda key: (-evidence.get(key, 0.0), key))
    sure = [key for key in ranked if key in found.named]
    asked_with = [key for key in ranked if key in found.offered]
    spoken_for = _spoken_for(ranked, evidence) if sure or _is_about_a_topic(found.hits) else ()
    others = () if sure_only else (asked_with or spoken_for)
    most = max(MOST_TOPICS, len(sure)) if sure else MOST_UNSURE
    chosen = list(dict.fromkeys([*sure, *others]))[:most]
    return [_suggestion(key, pages[key], sure) for key in chosen]


def _suggestion(key: str, page: Document, sure: Sequence[str]) -> Suggestion:
    return Suggestion(key, page.title, page.summary, page.language, ticked=key in sure)


def _spoken_for(ranked: Sequence[str], evidence: Mapping[str, float]) -> list[str]:
    enough = FITS_TOO * max(evidence.values(), default=0.0)
    return [key for key in ranked if 0 < enough <= evidence.get(key, 0.0)]


def _is_about_a_topic(hits: Sequence[Hit]) -> bool:
    return bool(hits) and bool(hits[0].document.topics)


def _topic_pages(index: SearchIndex) -> dict[str, Document]:
    topics = (each for each in index.documents if each.kind is Kind.TOPIC)
    return {key: each for each in topics for key in each.topics}


def _evidence(hits: Sequence[Hit]) -> dict[str, float]:
    """How much the first results speak for each topic."""
    evidence: dict[str, float] = {}
    for hit in hits[:MOST_HITS]:
        for key in hit.document.topics:
            weight = hit.score * SPEAKS_FOR.get(hit.document.kind, 0.0)
            evidence[key] = evidence.get(key, 0.0) + weight
    return evidence
