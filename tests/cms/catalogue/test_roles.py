"""Who reaches the catalogue, by any address that there is."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.utils.regex_helper import normalize

from cms.catalogue.models import Element
from tests.cms.catalogue import small
from tests.cms.colleagues import colleague, sign_in
from tests.cms.factories import home_page

pytestmark = pytest.mark.django_db
ADMIN = "beheer/"
OTHERS = ("sc.xml", "jsi18n/")  # what other sites read; translations of scripts


def addresses(resolver: Any, before: str = "", spaces: str = "") -> Iterator[tuple[str, Any]]:
    """Every address of the admin that belongs to the catalogue, with the names it takes."""
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from addresses(each, _joined(before, each), f"{spaces}{each.namespace or ''} ")
        elif "catalog" in f"{spaces}{each.name}":
            yield from normalize(_joined(before, each))


def _joined(before: str, each: Any) -> str:
    return before + str(each.pattern.regex.pattern).removeprefix("^").replace("\\Z", "")


def filled(item: Element) -> list[str]:
    """Each of them, as somebody would type it about one question."""
    given = {"kind": "element", "action_name": "approve", "revision_id_b": "latest"}
    found = []
    for text, names in addresses(get_resolver()):
        values = {name: given.get(name, item.pk) for name in names}
        found.append("/" + text % values)
    return [each for each in found if each.startswith(f"/{ADMIN}") and not each.endswith(OTHERS)]


@pytest.mark.parametrize("group", ["Redacteuren", "Beheerders"])
def test_who_keeps_no_questions_reads_none_by_any_address(client: Client, group: str) -> None:
    home_page()
    small.imported()
    item = Element.objects.get(key="w.woning")
    sign_in(client, colleague(group))
    found = filled(item)
    assert len(found) > 100
    opened = [each for each in found if _tells(client, each)]
    assert opened == []


def test_who_keeps_them_reads_them(client: Client) -> None:
    small.imported()
    sign_in(client, colleague("Functioneel beheerders"))
    assert client.get(small.url(Element.objects.get(key="w.woning"))).status_code == HTTPStatus.OK


def _tells(client: Client, address: str) -> bool:
    """Whether an address answers with anything but a refusal."""
    answer = client.get(address)
    to_login = answer.status_code == HTTPStatus.FOUND and answer.headers["Location"] == "/beheer/"
    refusals = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}
    return not to_login and answer.status_code not in refusals
