"""Loads Zeventerpen's pages; again and again with the same outcome."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Field, Model, TextField
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from cms.fields import BlocksField
from cms.models import (
    AnswerPage,
    AnswersPage,
    ContactPage,
    HomePage,
    LifeEventPage,
    MunicipalityData,
    NewsIndexPage,
    NewsPage,
    StandardPage,
    TopicPage,
)
from cms.models.base import BasePage
from portal.demo.content import files
from portal.demo.content.streams import stream

KINDS: Final[Mapping[str, type[BasePage]]] = {
    "home": HomePage,
    "topic": TopicPage,
    "life_event": LifeEventPage,
    "answers": AnswersPage,
    "answer": AnswerPage,
    "news_index": NewsIndexPage,
    "news": NewsPage,
    "contact": ContactPage,
    "text": StandardPage,
}
ABOUT_THE_FILE: Final = frozenset({"type", "slug", "children"})
REVIEW_AFTER: Final = timedelta(days=365)


@transaction.atomic
def load_pages(*, now: datetime, only: Collection[str] | None = None) -> None:
    """Create or update the municipality's data and every page.

    What an editor has changed since stays as it is. `now` sets the day on which a new
    page is to be read again. `only`: the content files to load beside home, else all.
    """
    _load_municipality()
    words = files.read("home")
    review_on = (timezone.localtime(now) + REVIEW_AFTER).date()
    home = _load_page(_root(), words, slug=words["slug"], review_on=review_on)
    _serve(home)
    _load_children(home, "home", review_on=review_on, only=only)


def _load_municipality() -> None:
    data = MunicipalityData.objects.first() or MunicipalityData()
    if not data.name:
        fill(data, files.read("gemeente"), place="gemeente")
        data.full_clean()
        data.save()


def _root() -> Page:
    """The root of the tree, which Wagtail hides; made when the database has been emptied."""
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root")


def _load_children(
    parent: Page, file: str, *, review_on: date, only: Collection[str] | None
) -> None:
    """The pages below one, and those below them; a page's file names its slug."""
    for name in files.children(file):
        if only is not None and name not in only:
            continue
        slug = name.rpartition("/")[2]
        page = _load_page(parent, files.read(name), slug=slug, review_on=review_on)
        _load_children(page, name, review_on=review_on, only=only)


def _load_page(parent: Page, words: Mapping[str, Any], *, slug: str, review_on: date) -> Page:
    kind = KINDS[words["type"]]
    page = kind.objects.child_of(parent).filter(slug=slug).first()
    if page is None:
        page = kind(slug=slug, review_on=review_on)
        fill(page, words, place=slug)
        parent.add_child(instance=page)
        page.save_revision().publish()
    elif not edited(page) and fill(page, words, place=slug):
        page.save_revision().publish()
    return page


def edited(page: Page) -> bool:
    """Whether a person wrote the last revision."""
    return page.latest_revision is not None and page.latest_revision.user_id is not None


def fill(thing: Model, words: Mapping[str, Any], *, place: str) -> bool:
    """Give a page or a setting the words of a file; whether that changed anything."""
    fields = {field.name: field for field in thing._meta.concrete_fields}
    changed = False
    for name, value in _values(fields, words, place).items():
        before = fields[name].get_prep_value(getattr(thing, name))
        setattr(thing, name, value)
        changed |= before != fields[name].get_prep_value(value)
    return changed


def _values(
    fields: Mapping[str, Field[Any, Any]], words: Mapping[str, Any], place: str
) -> dict[str, Any]:
    """The fields that a file fills, each with the value it holds."""
    return {
        name: _value(fields[name], value, f"{place}/{name}")
        for name, value in words.items()
        if name not in ABOUT_THE_FILE
    }


def _value(field: Field[Any, Any], value: object, place: str) -> object:
    """What a field holds for what stands in the file; a list of words becomes lines."""
    match field, value:
        case BlocksField(), list():
            return stream(field.stream_block, value, place=place)
        case TextField(), list():
            return "\n".join(value)
        case _:
            return value


def _serve(home: Page) -> None:
    """Make the default site show these pages instead of Wagtail's welcome page."""
    address = urlsplit(settings.BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if site.root_page_id != home.pk:
        welcome = site.root_page if site.root_page_id else None
        site.root_page, site.hostname, site.port = home, address.hostname, port
        site.site_name = MunicipalityData.objects.get().name
        site.save()
        if welcome is not None and welcome.specific_class is Page:
            welcome.delete()
