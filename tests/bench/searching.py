"""A query of the search, and making its index, beside reading every page's title."""

from collections.abc import Iterator
from functools import partial

from django.utils import timezone
from wagtail.models import Page

from cms.search import corpus
from cms.search.data import synonyms
from cms.search.index import SearchIndex
from intake.catalogue.queries import catalogue_of, current_release
from portal.demo.content.pages import load_pages
from tests.bench.measure import Row, against, timed

ROUNDS = 60
QUERIES = (
    "schuldhulp",
    "ik kom niet rond",
    "huishoudelijke huklp",
    "rolstoeltaxi",
    "mijn zoon luistert niet meer en wil niet naar school",
)


def rows() -> Iterator[Row]:
    """The whole demo municipality, in Dutch."""
    load_pages(now=timezone.now())
    documents = corpus.documents("nl", catalogue_of(current_release().id).topics)
    index = SearchIndex.of(documents, synonyms(), language="nl")
    more = {"documents": float(len(documents))}
    titles = timed(lambda: list(Page.objects.live().values_list("title", "url_path")), rounds=20)
    for name, queries in {"five searches": QUERIES, "one search": QUERIES[:1]}.items():
        mine = timed(partial(search, index, queries), rounds=ROUNDS)
        yield against(name, mine, yardstick="reading all titles", other=titles, more=more)
    making = timed(lambda: SearchIndex.of(documents, synonyms(), language="nl"), rounds=5)
    yield against("search index", making, yardstick="reading all titles", other=titles, more=more)


def search(index: SearchIndex, queries: tuple[str, ...]) -> None:
    """Ask each of them."""
    for query in queries:
        index.search(query)
