"""Loads Zeventerpen's pages in the other languages, after the Dutch ones.

A page with a file in `content/<language>/` is a translation of the Dutch page. Every
other one is Wagtail's alias of it: it stands in the tree of that language and keeps
up with the Dutch page, so that nobody meets a dead end in their own language.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization

from cms.models import HomePage
from cms.models.base import HOME_DEPTH
from portal.demo.content import files
from portal.demo.content.pages import REVIEW_AFTER, edited, fill


@transaction.atomic
def load_translations(*, now: datetime) -> None:
    """Give every Dutch page its counterpart in each other language, again and again alike.

    From then on a page that an editor adds in Dutch gets an alias in each of them too.
    """
    dutch = Locale.get_default()
    home = HomePage.objects.get(locale=dutch)
    pages = list(home.get_descendants(inclusive=True).specific())
    for language, _name in settings.LANGUAGES:
        if language != settings.LANGUAGE_CODE:
            locale, _made = Locale.objects.get_or_create(language_code=language)
            for page in pages:
                _load(page, locale, now=now)
            LocaleSynchronization.objects.get_or_create(locale=locale, sync_from=dutch)


def _load(page: Page, locale: Locale, *, now: datetime) -> None:
    name = _file_of(page)
    words = files.translated(name, locale.language_code)
    there = page.get_translation_or_none(locale)
    if words is not None:
        _load_translation(there or page.copy_for_translation(locale), words, name=name, now=now)
    elif there is None:
        page.copy_for_translation(locale, alias=True)


def _load_translation(page: Page, words: dict[str, object], *, name: str, now: datetime) -> None:
    """Write the words, unless a person did; an alias stops being one."""
    translation = page.specific
    if edited(translation):
        return
    is_new = translation.alias_of_id is not None or not translation.live
    translation.alias_of = None
    if is_new:
        translation.review_on = (timezone.localtime(now) + REVIEW_AFTER).date()
    if fill(translation, words, place=f"{translation.locale.language_code}/{name}") or is_new:
        translation.save_revision().publish()


def _file_of(page: Page) -> str:
    """The name of a page's content file: its address below home."""
    below_home = page.url_path.strip("/").split("/")[1:]
    return "/".join(below_home) if page.depth > HOME_DEPTH else "home"
