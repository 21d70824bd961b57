"""HTML to an accessible, archivable PDF. The one file that imports WeasyPrint.

The result claims and meets both PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1).
WeasyPrint writes one claim; the other is added to the XMP metadata together with
the extension schema that PDF/A asks for. Everything a document needs is inlined:
rendering opens no socket and no file.
"""

import atexit
import base64
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.staticfiles import finders

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

STYLE = Path(__file__).parent / "receipt.css"
FONTS = {"Regular": 400, "Bold": 700}
PDF_A = "pdf/a-3a"
TOKEN = re.compile(r"(--house-[a-z-]+):\s*(#[0-9a-f]{3,6});")
USED = re.compile(r"var\((--house-[a-z-]+)\)")

PDF_UA_CLAIM = b"""<rdf:Description rdf:about=""
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>"""
PDF_UA_SCHEMA = b"""<rdf:Description rdf:about=""
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


class NotSelfContained(Exception):
    """The document refers to something outside itself, which is never fetched."""


class FilesMissing(Exception):
    """The PDF's fonts are not built (`make setup` builds them), or there is no such house style."""


def write(html: str) -> bytes:
    """Return the PDF of a complete HTML document, tagged, with its fonts inside.

    Raises NotSelfContained, FilesMissing.
    """
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    fetcher = URLFetcher(allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True)
    style, fonts = _style(settings.HOUSE_STYLE)
    try:
        document = HTML(string=html, url_fetcher=fetcher).render(
            font_config=fonts, stylesheets=[style]
        )
    except FatalURLFetchingError:
        raise NotSelfContained from None
    generate = document.metadata.generate_rdf_metadata

    def with_both_claims(variant: str, version: int, conformance: str) -> bytes:
        written: bytes = generate(variant, version, conformance)
        return written.replace(b"</rdf:RDF>", PDF_UA_CLAIM + PDF_UA_SCHEMA + b"</rdf:RDF>")

    document.metadata.generate_rdf_metadata = with_both_claims
    result: bytes = document.write_pdf(pdf_variant=PDF_A, pdf_tags=True)
    return result


@lru_cache(maxsize=1)
def _style(house: str) -> "tuple[CSS, FontConfiguration]":
    """The parsed style sheet with its fonts: most of a small PDF's cost, so made once."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    faces = "".join(_face(name, weight) for name, weight in FONTS.items())
    return CSS(string=faces + style_sheet(house), font_config=fonts), fonts


atexit.register(_style.cache_clear)  # before the interpreter takes fontconfig away


def style_sheet(house: str) -> str:
    """The style sheet with the house style's own colours, those for a light screen, in place.

    Not left to the renderer: the boxes in a page's margins inherit no custom properties.
    """
    tokens = _found(f"ui/houses/{house}/tokens.css").read_text(encoding="utf-8")
    colours = dict(TOKEN.findall(tokens.partition("@media")[0]))
    style = STYLE.read_text(encoding="utf-8")
    return USED.sub(lambda used: colours[used[1]], style)


def _face(name: str, weight: int) -> str:
    font = _found(f"ui/build/pdf/AtkinsonHyperlegibleNext-{name}.ttf")
    data = base64.b64encode(font.read_bytes()).decode("ascii")
    return (
        "@font-face{font-family:Receipt;font-style:normal;"
        f"font-weight:{weight};src:url(data:font/ttf;base64,{data})}}"
    )


def _found(name: str) -> Path:
    path = finders.find(name)
    if not isinstance(path, str):
        raise FilesMissing(name)
    return Path(path)
