"""The municipality and the footer, for the template of every page."""

from collections.abc import Mapping
from typing import Any, TypedDict

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Locale, Page

from cms import last_known, stamp
from cms.hours import counter_line
from cms.models import ContactPage, MunicipalityData
from cms.shown import shown
from cms.translating import Unfinished, is_dutch, unfinished


class Link(TypedDict):
    """Words in a language and an address, as the footer reads them."""

    label: str
    language: str
    url: str


class Hours(TypedDict):
    """When one can call and come by, on a day or some days."""

    days: str
    phone: str
    counter: str


class MunicipalityWords(TypedDict, total=False):
    """The municipality as templates read it: all of this, or nothing yet."""

    name: str
    governing_body: str
    phone: str
    email: str
    address: str
    postal_address: str
    opening_hours: str
    counter_hours: str
    hours: list[Hours]
    notice: str
    contact_url: str


class SiteData(TypedDict):
    """What `site` keeps, per language."""

    municipality: MunicipalityWords
    footer_links: list[Link]
    unfinished: dict[int, bool]


def site(request: HttpRequest) -> dict[str, Any]:
    """`municipality`, `footer_links` and `unfinished`; at most one look in the cache.

    `municipality` is a `MunicipalityWords`, empty and so false until an editor filled it
    in; addresses have lines. `footer_links` are `Link`s. `unfinished` says which
    translations are, as `cms.translating` has it.
    """
    data = SimpleLazyObject(_site_data)
    return {
        "municipality": SimpleLazyObject(lambda: data["municipality"]),
        "footer_links": SimpleLazyObject(lambda: data["footer_links"]),
        "unfinished": SimpleLazyObject(lambda: data["unfinished"]),
    }


def _site_data() -> SiteData:
    language = get_language() or settings.LANGUAGE_CODE
    key = f"cms.site.{language}"
    now, kept = stamp.kept(key)
    data: SiteData = kept or _read()
    if not kept:
        stamp.keep(key, data, made_under=now)
    last_known.keep(language, data)
    return data


def _read() -> SiteData:
    locale = Locale.get_active()
    row = MunicipalityData.objects.first()
    in_progress = unfinished()
    return {
        "municipality": _municipality(row, locale) if row and row.name else {},
        "footer_links": _footer(locale, in_progress),
        "unfinished": in_progress,
    }


def _municipality(row: MunicipalityData, locale: Locale) -> MunicipalityWords:
    contact = shown(ContactPage.objects.filter(locale=locale)).first()
    return {
        "name": row.name,
        "governing_body": row.governing_body,
        "phone": row.phone,
        "email": row.email,
        "address": row.address,
        "postal_address": row.postal_address,
        "opening_hours": row.opening_hours,
        "counter_hours": counter_line([day.value for day in row.hours]),
        "hours": [_hours(day.value) for day in row.hours],
        "notice": row.notice,
        "contact_url": (contact.get_url() or "") if contact else "",
    }


def _hours(day: Mapping[str, str]) -> Hours:
    return {"days": day["days"], "phone": day["phone"], "counter": day["counter"]}


def _written_in(page: Page, locale: Locale, in_progress: Unfinished) -> str:
    dutch = is_dutch(page, in_progress)
    return settings.LANGUAGE_CODE if dutch else str(locale.language_code)


def _footer(locale: Locale, in_progress: Unfinished) -> list[Link]:
    """The pages that editors marked to show in menus, in the order of the tree."""
    pages = shown(Page.objects.in_menu().filter(locale=locale))
    return [
        {
            "label": page.title,
            "language": _written_in(page, locale, in_progress),
            "url": url,
        }
        for page in pages
        if (url := page.get_url())
    ]
