"""What residents type leads to what helps them, on both databases."""

import random

import pytest

from cms.search.data import synonyms
from cms.search.index import SearchIndex
from tests.cms.search import labelled

pytestmark = pytest.mark.django_db  # so that this runs on SQLite and on PostgreSQL


# Slightly below what was measured: tuned 96 % and 100 %, held out 95 % and 100 %, unseen 90 % and
# 100 % (75 % and 85 % at the first try).
@pytest.mark.parametrize(
    ("name", "first", "first_three"),
    [("queries", 0.93, 0.96), ("held_out", 0.90, 0.95), ("unseen_queries", 0.85, 0.95)],
)
def test_the_right_answer_stands_among_the_first(
    demo_index: SearchIndex,
    name: str,
    first: float,
    first_three: float,
) -> None:
    queries = labelled.read(name)
    places = [query.place_in(demo_index) for query in queries]
    hit_at_1 = labelled.share(places, within=1)
    hit_at_3 = labelled.share(places, within=3)
    print(f"{name}: hit@1 {hit_at_1:.0%}, hit@3 {hit_at_3:.0%}")  # noqa: T201
    assert hit_at_1 >= first
    assert hit_at_3 >= first_three, list(labelled.missed(queries, places))


def test_the_pages_alone_do_most_of_it(demo_index: SearchIndex) -> None:
    """The list of synonyms and the held out queries were written by the same hand."""
    bare = SearchIndex.of(demo_index.documents, (), language="nl")
    places = [query.place_in(bare) for query in labelled.read("held_out")]
    assert labelled.share(places, within=3) >= 0.92


def test_the_order_does_not_depend_on_how_the_pages_were_read(demo_index: SearchIndex) -> None:
    shuffled = random.Random(7).sample(demo_index.documents, len(demo_index.documents))
    again = SearchIndex.of(shuffled, synonyms(), language="nl")
    for query in labelled.read("queries"):
        before = [hit.document.key for hit in demo_index.search(query.text).hits]
        assert [hit.document.key for hit in again.search(query.text).hits] == before


def test_every_query_is_another_one() -> None:
    names = ("queries", "held_out", "unseen_queries")
    texts = [query.text for name in names for query in labelled.read(name)]
    assert len(set(texts)) == len(texts) == 144
