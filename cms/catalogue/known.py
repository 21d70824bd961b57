"""What screens know of the catalogue, without reading every item for each page."""

from collections.abc import Iterator

from django.db.models import Count, Max

from cms.catalogue import live
from cms.catalogue.models import CatalogueItem, Element, TopicIntake
from cms.catalogue.reading import define
from intake.catalogue import queries
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.plain import Malformed

NOTHING = Catalogue(elements=(), regimes=(), topics=(), recipients=())


def released() -> Catalogue:
    """What is live: the newest release, which stays in memory. Empty before the first one."""
    release = queries.latest_release()
    return queries.catalogue_of(release.id) if release else NOTHING


def drafted() -> Catalogue:
    """The newest words of every question and topic, drafts included; what cannot be read is not."""
    return live.catalogue(instead=[*_drafts(Element), *_drafts(TopicIntake)])


def mark() -> str:
    """Another text whenever somebody published, saved or deleted anything.

    By the moment of the newest revision: saving by itself overwrites a revision, which keeps
    its id.
    """
    release = queries.latest_release()
    marks = [str(release.number if release else 0)]
    for kind in CatalogueItem.__subclasses__():
        found = kind._default_manager.aggregate(
            n=Count("pk"), last=Max("latest_revision__created_at")
        )
        marks.append(f"{found['n']}.{found['last']:%Y%m%d%H%M%S%f}" if found["last"] else "0")
    return "-".join(marks)


def _drafts(kind: type[CatalogueItem]) -> Iterator[CatalogueItem]:
    rows = kind._default_manager.filter(has_unpublished_changes=True)
    for item in rows.select_related("latest_revision"):
        draft = item.latest_revision.as_object() if item.latest_revision else item
        try:
            define(draft)
        except Malformed:
            continue
        yield draft
