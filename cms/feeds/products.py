"""The product catalogue as overheid.nl collects it (Samenwerkende Catalogi 4.0, IPM-SC)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from cms.feeds import uniform

PRODUCT: Final = "http://standaarden.overheid.nl/product/terms/"
OVERHEID: Final = "http://standaarden.overheid.nl/owms/terms/"
DCTERMS: Final = "http://purl.org/dc/terms/"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA: Final = f"{PRODUCT} https://standaarden.overheid.nl/product/terms/sc.xsd"
PREFIXES: Final = {
    "overheidproduct": PRODUCT,
    "overheid": OVERHEID,
    "dcterms": DCTERMS,
    "xsi": XSI,
}
for prefix, namespace in PREFIXES.items():
    register_namespace(prefix, namespace)


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One thing that residents can ask for. `upl`: its uniform product name as it
    ends the name's URI, "" for none. `start_url`: where one asks for it.
    """

    key: str
    url: str
    title: str
    abstract: str
    language: str
    modified: datetime
    upl: str
    start_url: str


def catalogue(products: Iterable[Product], *, municipality: str) -> bytes:
    """The feed as UTF-8 XML. `municipality` without the word "Gemeente"."""
    root = Element(f"{{{PRODUCT}}}scproducten", {f"{{{XSI}}}schemaLocation": SCHEMA})
    for product in products:
        entry = SubElement(root, f"{{{PRODUCT}}}scproduct", {"owms-version": "4.0"})
        meta = SubElement(entry, f"{{{PRODUCT}}}meta")
        _core(meta, product, municipality)
        _mantle(meta, product)
        _particulars(meta, product)
        SubElement(entry, f"{{{PRODUCT}}}body")
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _core(meta: Element, product: Product, municipality: str) -> None:
    """What OWMS asks of every piece of government information."""
    core = SubElement(meta, f"{{{PRODUCT}}}owmskern")
    here = {
        "scheme": "overheid:Gemeente",
        "resourceIdentifier": f"{OVERHEID}{municipality.replace(' ', '_')}_(gemeente)",
    }
    _add(core, DCTERMS, "identifier", product.url)
    _add(core, DCTERMS, "title", product.title)
    _add(core, DCTERMS, "language", product.language)
    _add(core, DCTERMS, "type", "productbeschrijving", {"scheme": "overheid:Informatietype"})
    _add(core, DCTERMS, "modified", product.modified.date().isoformat())
    _add(core, DCTERMS, "spatial", municipality, here)
    _add(core, OVERHEID, "authority", municipality, here)


def _mantle(meta: Element, product: Product) -> None:
    """For whom it is, and what it is in a sentence."""
    mantle = SubElement(meta, f"{{{PRODUCT}}}owmsmantel")
    person = {
        "scheme": "overheid:Doelgroep",
        "resourceIdentifier": f"{OVERHEID}particulier",
    }
    _add(mantle, DCTERMS, "audience", "particulier", person)
    _add(mantle, DCTERMS, "abstract", product.abstract)


def _particulars(meta: Element, product: Product) -> None:
    """Its number, that DigiD opens the way to it and where, and its uniform name."""
    particulars = SubElement(meta, f"{{{PRODUCT}}}scmeta")
    _add(particulars, PRODUCT, "productID", product.key)
    _add(particulars, PRODUCT, "onlineAanvragen", "digid")
    _add(particulars, PRODUCT, "aanvraagURL", "", {"resourceIdentifier": product.start_url})
    if product.upl:
        name = {
            "scheme": "overheid:UniformeProductnaam",
            "resourceIdentifier": f"{OVERHEID}{product.upl}",
        }
        _add(particulars, PRODUCT, "uniformeProductnaam", uniform.name_of(product.upl), name)


def _add(
    parent: Element, of: str, name: str, text: str, attributes: dict[str, str] | None = None
) -> None:
    SubElement(parent, f"{{{of}}}{name}", attributes or {}).text = text
