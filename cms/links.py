"""Links that lead nowhere: to pages and documents that are gone, and to sites that fail."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from cms.models import OutsideLink
from cms.outside import NO_ANSWER, NOT_ASKED, ask, is_outside
from cms.prose import addresses

LONGEST: Final = 1000

GONE: Final = _("This page does not exist or is not published.")
GONE_DOCUMENT: Final = _("This document does not exist.")
UNREADABLE: Final = _("This is no address.")
WORDS: Final[Mapping[str, str | Promise]] = {
    NO_ANSWER: _("This site does not answer."),
    NOT_ASKED: _("This address is not for everybody, so it was not looked at."),
}


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link on a page that leads nowhere: where it leads, and what is wrong with it."""

    page: Page
    address: str
    problem: str | Promise


def broken() -> list[BrokenLink]:
    """Every broken link on a live page. Nothing is fetched: links elsewhere were checked before."""
    found = _links()
    wrong = _problems({address for addresses_of in found.values() for address in addresses_of})
    return [
        BrokenLink(page, address, wrong[address])
        for page, addresses_of in found.items()
        for address in addresses_of
        if address in wrong
    ]


def outside() -> set[str]:
    """Every address elsewhere that a live page links to."""
    return {address for links in _links().values() for address in links if is_outside(address)}


def check(*, now: datetime, ask: Callable[[str], str] = ask) -> int:
    """Ask every address elsewhere whether it is there, and keep that; how many failed.

    Each answer is kept as it comes. An address that is longer than we keep is not asked.
    """
    wanted = {url for url in outside() if len(url) <= LONGEST}
    OutsideLink.objects.exclude(url__in=wanted).delete()
    failed = 0
    for url in sorted(wanted):
        kept = {"problem": ask(url), "checked_at": now}
        OutsideLink.objects.update_or_create(url=url, defaults=kept)
        failed += bool(kept["problem"])
    return failed


def _links() -> Mapping[Page, list[str]]:
    pages = Page.objects.live().filter(depth__gt=1, alias_of=None).specific()
    return {page: list(dict.fromkeys(addresses(page))) for page in pages}


def _problems(links: Collection[str]) -> dict[str, str | Promise]:
    """What is wrong, by address; what is fine is not there."""
    failed = OutsideLink.objects.exclude(problem="").values_list("url", "problem")
    problems: dict[str, str | Promise] = {url: WORDS.get(said, said) for url, said in failed}
    live = {f"page:{pk}" for pk in Page.objects.live().values_list("pk", flat=True)}
    documents = get_document_model().objects.values_list("pk", flat=True)
    there = live | {f"document:{pk}" for pk in documents} | set(_paths())
    for link in links:
        if link.startswith("page:") and link not in there:
            problems[link] = GONE
        elif link.startswith("document:") and link not in there:
            problems[link] = GONE_DOCUMENT
        elif link.startswith("/") and (problem := _problem_of_path(link, there)):
            problems[link] = problem
    return problems


def _paths() -> Iterator[str]:
    """The address of every live page."""
    pages = Page.objects.live().filter(depth__gt=1)
    yield from (url for page in pages if (url := page.get_url()))


def _problem_of_path(link: str, there: Collection[str]) -> Promise | None:
    """What is wrong with an address on this site that was typed; `//` begins another site."""
    try:
        path = urlsplit(link).path
    except ValueError:
        return UNREADABLE
    if link.startswith("//"):
        return UNREADABLE
    return GONE if _is_missing(path, there) else None


def _is_missing(path: str, there: Collection[str]) -> bool:
    """Whether a path that was typed is no page, and no other part of this site either."""
    try:
        match = resolve(path)
    except Resolver404:
        return True
    return match.view_name == "wagtail_serve" and path not in there
