"""What asks an editor's attention: pages to read again, broken links, texts that are hard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Max
from wagtail.models import Page

from cms import links, reviews
from cms.models import OutsideLink
from cms.prose import paragraphs
from intake.questionnaire.authoring.readability import Reading, read

SECONDS_KEPT: Final = 600


class Text(NamedTuple):
    """A page and what was measured of its text."""

    page: Page
    reading: Reading


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows each list has."""

    reviews: int
    links: int
    texts: int


def reading_of(page: Page) -> Reading:
    """What was measured of a page's text."""
    return read(paragraphs(page))


def hard_texts() -> Sequence[Text]:
    """Live pages that ask more than B1 or have hard sentences, the hardest first.

    Those in Dutch, which the measure is for; a page that follows another one counts once.
    """
    dutch = Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    pages = dutch.live().filter(depth__gt=1, alias_of=None).specific()
    texts = [Text(page, reading_of(page)) for page in pages]
    hard = [text for text in texts if text.reading.is_hard or text.reading.hard_sentences]
    return sorted(hard, key=lambda text: (text.reading.score or 0, text.page.pk))


def counts(*, today: date) -> Counts:
    """The counts for the first screen; kept until something is published or checked."""
    key = _key(today)
    found: Counts | None = cache.get(key)
    if found is None:
        found = Counts(len(reviews.due(today)), len(links.broken()), len(hard_texts()))
        cache.set(key, found, SECONDS_KEPT)
    return found


def _key(today: date) -> str:
    """Changes with every publication, deletion and check of links."""
    pages = Page.objects.live().aggregate(n=Count("pk"), at=Max("last_published_at"))
    checked = OutsideLink.objects.aggregate(at=Max("checked_at"))["at"]
    stamps = [0 if at is None else int(at.timestamp()) for at in (pages["at"], checked)]
    return f"cms.attention.{today:%Y%m%d}.{pages['n']}.{'.'.join(map(str, stamps))}"
