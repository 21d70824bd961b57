"""The product catalogue for overheid.nl."""

from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from cms.feeds.products import DCTERMS, OVERHEID, PRODUCT, Product, catalogue
from tests.cms.factories import home_page, municipality_data, publish_catalogue, topic_page

DEBTS = Product(
    key="schuldhulp-nl",
    url="https://voordeur.example/schuldhulp/",
    title="Schuldhulp & rust",
    abstract="Wij maken samen een plan.",
    language="nl",
    modified=datetime(2026, 11, 21, 12, tzinfo=UTC),
    upl="schuldhulpverlening",
    start_url="https://voordeur.example/intake/?onderwerp=schuldhulp",
)


def read(xml: bytes) -> ET.Element:
    return ET.fromstring(xml)  # noqa: S314 — our own


def text(root: ET.Element, namespace: str, name: str) -> list[str | None]:
    return [each.text for each in root.iter(f"{{{namespace}}}{name}")]


def test_a_product_says_what_the_standard_asks() -> None:
    root = read(catalogue([DEBTS], municipality="Hoogterp"))
    assert root.tag == f"{{{PRODUCT}}}scproducten"
    [product] = root
    assert product.get("owms-version") == "4.0"
    assert text(root, DCTERMS, "title") == ["Schuldhulp & rust"]
    assert text(root, DCTERMS, "identifier") == [DEBTS.url]
    assert text(root, DCTERMS, "modified") == ["2026-11-21"]
    assert text(root, DCTERMS, "audience") == ["particulier"]
    assert text(root, PRODUCT, "onlineAanvragen") == ["digid"]
    [authority] = root.iter(f"{{{OVERHEID}}}authority")
    assert authority.get("resourceIdentifier") == f"{OVERHEID}Hoogterp_(gemeente)"
    [name] = root.iter(f"{{{PRODUCT}}}uniformeProductnaam")
    assert name.get("resourceIdentifier") == f"{OVERHEID}schuldhulpverlening"


def test_a_uniform_name_is_said_in_full_beside_its_uri() -> None:
    root = read(catalogue([replace(DEBTS, upl="indInkToesl")], municipality="Hoogterp"))
    [name] = root.iter(f"{{{PRODUCT}}}uniformeProductnaam")
    assert name.text == "individuele inkomenstoeslag"
    assert name.get("resourceIdentifier") == f"{OVERHEID}indInkToesl"
    assert name.get("scheme") == "overheid:UniformeProductnaam"


def test_a_product_says_where_to_ask_for_it() -> None:
    [where] = read(catalogue([DEBTS], municipality="Hoogterp")).iter(f"{{{PRODUCT}}}aanvraagURL")
    assert where.get("resourceIdentifier") == DEBTS.start_url


def test_a_topic_without_uniform_name_has_none() -> None:
    root = read(catalogue([replace(DEBTS, upl="")], municipality="Hoogterp"))
    assert text(root, PRODUCT, "uniformeProductnaam") == []


@pytest.mark.django_db
def test_the_feed_tells_of_live_topic_pages_only(client: Client) -> None:
    publish_catalogue()
    municipality_data()
    home = home_page()
    topic_page(home)
    topic_page(home, slug="later", topic_key="bijstandsuitkering", live=False)
    answer = client.get("/sc.xml")
    assert answer["Content-Type"].startswith("application/xml")
    root = read(answer.content)
    assert text(root, PRODUCT, "productID") == ["schuldhulp-nl"]
    assert text(root, PRODUCT, "uniformeProductnaam") == ["schuldhulpverlening"]
    assert text(root, OVERHEID, "authority") == ["Hoogterp"]
