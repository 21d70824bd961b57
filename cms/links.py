"""Links that lead nowhere: to pages and documents that are gone, and to sites that fail."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Final
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from cms.models import OutsideLink
from cms.prose import addresses

SECONDS: Final = 10
GONE: Final = _("This page does not exist or is not published.")
GONE_DOCUMENT: Final = _("This document does not exist.")
NO_ANSWER: Final = "no answer"  # as it is kept
AGENT: Final = "Voordeur link check"
# Sites that turn robots away are there for people: only these say that a page is not.
FAILING: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


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
    return {address for links in _links().values() for address in links if _is_outside(address)}


def check(*, now: datetime) -> int:
    """Ask every address elsewhere whether it is there, and keep that; how many failed."""
    wanted = outside()
    OutsideLink.objects.exclude(url__in=wanted).delete()
    problems = {url: ask(url) for url in sorted(wanted)}
    for url, problem in problems.items():
        OutsideLink.objects.update_or_create(
            url=url, defaults={"problem": problem, "checked_at": now}
        )
    return sum(map(bool, problems.values()))


def ask(url: str) -> str:
    """What is wrong with an address: nothing, a status, or that it does not answer."""
    request = Request(url, headers={"User-Agent": AGENT})  # noqa: S310 (http and https only)
    try:
        with urlopen(request, timeout=SECONDS):  # noqa: S310
            return ""
    except HTTPError as error:
        error.close()
        failing = error.code in FAILING or error.code >= HTTPStatus.INTERNAL_SERVER_ERROR
        return str(error.code) if failing else ""
    except (OSError, ValueError):
        return NO_ANSWER


def _links() -> Mapping[Page, list[str]]:
    pages = Page.objects.live().filter(depth__gt=1, alias_of=None).specific()
    return {page: list(dict.fromkeys(addresses(page))) for page in pages}


def _problems(links: Collection[str]) -> dict[str, str | Promise]:
    """What is wrong, by address; what is fine is not there."""
    failed = OutsideLink.objects.exclude(problem="").values_list("url", "problem")
    problems: dict[str, str | Promise] = {
        url: _("No answer came.") if problem == NO_ANSWER else problem for url, problem in failed
    }
    live = {f"page:{pk}" for pk in Page.objects.live().values_list("pk", flat=True)}
    documents = get_document_model().objects.values_list("pk", flat=True)
    there = live | {f"document:{pk}" for pk in documents} | set(_paths())
    for link in links:
        if link.startswith("page:") and link not in there:
            problems[link] = GONE
        elif link.startswith("document:") and link not in there:
            problems[link] = GONE_DOCUMENT
        elif link.startswith("/") and _is_missing(urlsplit(link).path, there):
            problems[link] = GONE
    return problems


def _paths() -> Iterator[str]:
    """The address of every live page."""
    pages = Page.objects.live().filter(depth__gt=1)
    yield from (url for page in pages if (url := page.get_url()))


def _is_missing(path: str, there: Collection[str]) -> bool:
    """Whether a path that was typed is no page, and no other part of this site either."""
    try:
        match = resolve(path)
    except Resolver404:
        return True
    return match.view_name == "wagtail_serve" and path not in there


def _is_outside(address: str) -> bool:
    return urlsplit(address).scheme in {"http", "https"}
