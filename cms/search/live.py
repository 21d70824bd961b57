"""The index of each language in this process, made anew when what it tells has changed.

The stamp of everything public is compared at each query. A release of the catalogue
brings its own identity.
"""

import threading
from dataclasses import dataclass, field
from typing import Final

from cms import stamp
from cms.models import SearchSynonym
from cms.search import corpus, data, emergency
from cms.search.index import SearchIndex
from cms.search.naming import Synonym
from intake.catalogue.queries import catalogue_of, latest_release

Version = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The index of each language, with the version of the content that it tells."""

    indexes: dict[str, tuple[Version, SearchIndex]] = field(default_factory=dict)
    making: threading.Lock = field(default_factory=threading.Lock)


SHELF: Final = _Shelf()


def search_index(language: str) -> SearchIndex:
    """The index of what is public now. Threads wait for the one that is making it."""
    version = _version()
    if (kept := SHELF.indexes.get(language)) and kept[0] == version:
        return kept[1]
    with SHELF.making:
        # 1. Read the version first: content that changes from here on has another one,
        #    and at worst an index that is up to date is made once more.
        version = _version()
        # 2. Another thread may have made it while this one was waiting.
        if (kept := SHELF.indexes.get(language)) and kept[0] == version:
            return kept[1]
        # 3. Only then read the content.
        index = _made(language)
        SHELF.indexes[language] = (version, index)
        return index


def _version() -> Version:
    release = latest_release()
    return stamp.current(), str(release.id) if release else ""


def _made(language: str) -> SearchIndex:
    """Reads the cries for help as well, so that the first who types one waits no longer."""
    emergency.cries(language)
    release = latest_release()
    topics = catalogue_of(release.id).topics if release else ()
    return SearchIndex.of(
        corpus.documents(language, topics),
        [*data.synonyms(), *_added_by_editors()],
        language=language,
        real=[cry.text for cry in data.cries()],
        ordinary=data.ordinary(),
        vague=data.vague(),
    )


def _added_by_editors() -> list[Synonym]:
    rows = SearchSynonym.objects.order_by("pk")
    return [Synonym(tuple(row.said()), tuple(row.meant())) for row in rows]
