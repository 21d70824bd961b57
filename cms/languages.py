"""Pages in several languages: the same page in another one, and what is only there in Dutch.

Wagtail keeps a tree per language. Where nobody translated a page, its tree has an alias
of the Dutch page: the address exists, the words are Dutch. While somebody translates it,
the words are partly Dutch.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info

from cms.models.base import BasePage
from cms.translating import Listed, Unfinished, is_dutch, is_translated

DUTCH: str = settings.LANGUAGE_CODE


class LanguageLink(NamedTuple):
    """This page in a language, under that language's own name; `dir` is how it is written."""

    code: str
    name: str
    url: str
    dir: str
    current: bool


class Alternate(NamedTuple):
    """A translation of a page, as search engines read it."""

    code: str
    url: str


def is_dutch_only(page: Listed, unfinished: Unfinished) -> bool:
    """Whether the reader of this page asked for another language and gets Dutch words."""
    return get_language() != DUTCH and is_dutch(page, unfinished)


def links(request: HttpRequest, page: object) -> list[LanguageLink]:
    """The page of this request in every language; its query comes along.

    Pages of editors may have an address of their own per language, all others differ by
    their prefix only.
    """
    translated: dict[str, str] = {}
    if isinstance(page, BasePage) and page.pk:
        translated = dict(_addresses(page, request))
    return [
        LanguageLink(
            code=code,
            name=name,
            url=translated.get(code) or translate_url(request.get_full_path(), code),
            dir="rtl" if get_language_info(code)["bidi"] else "ltr",
            current=code == get_language(),
        )
        for code, name in settings.LANGUAGES
    ]


def alternates(page: BasePage, request: HttpRequest, unfinished: Unfinished) -> list[Alternate]:
    """Where the same words stand in another language; none when there is no translation."""
    found = [
        Alternate(each.locale.language_code, each.get_full_url(request) or "")
        for each in page.in_every_language
        if is_translated(each, unfinished)
    ]
    default = [Alternate("x-default", url) for code, url in found if code == DUTCH]
    return [*found, *default] if len(found) > 1 else []


def _addresses(page: BasePage, request: HttpRequest) -> Iterator[tuple[str, str]]:
    for each in page.in_every_language:
        if url := each.get_url(request):
            yield each.locale.language_code, url
