"""The PDF writer: one file that is PDF/A-3a and PDF/UA-1, made without opening anything."""

import io
import re
import socket
from pathlib import Path
from typing import Any

import pypdf
import pytest

from intake.receipts import pdf
from portal.ui.house import available, colours
from tests.intake.receipts import verapdf
from tests.machine_has import absent

PAGE = """<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Bewijs</title>
<meta name="author" content="Gemeente Zeventerpen"></head><body><main>
<h1>Bewijs dat wij uw vraag hebben</h1><p class="reference">ZT-7K3M-9QXD-4R2H</p>
<h2>Wat er nu gebeurt</h2><p>Café, € 1.250,00 en een ‘aanhaling’ – José Žižka.</p>
<ul><li>één</li><li>twee</li></ul><div class="answer"><p class="name">Naam</p><p>Anna</p></div>
</main></body></html>"""


@pytest.fixture(scope="module")
def written() -> bytes:
    return pdf.write(PAGE)


@pytest.mark.verapdf
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_it_complies_with_both_standards(written: bytes, tmp_path: Path, flavour: str) -> None:
    if not verapdf.available():
        absent("veraPDF's Java")
    file = tmp_path / "receipt.pdf"
    file.write_bytes(written)

    assert verapdf.failures(file, flavour) == []


@pytest.mark.verapdf
def test_the_validator_finds_a_pdf_that_does_not_comply(tmp_path: Path) -> None:
    if not verapdf.available():
        absent("veraPDF's Java")
    plain = pypdf.PdfWriter()
    plain.add_blank_page(100, 100)
    file = tmp_path / "plain.pdf"
    plain.write(file)

    assert verapdf.failures(file, "ua1")


def test_it_has_language_title_bookmarks_and_text_in_reading_order(written: bytes) -> None:
    read = pypdf.PdfReader(io.BytesIO(written))

    assert str(read.root_object["/Lang"]) == "nl"
    assert read.metadata is not None
    assert read.metadata.title == "Bewijs"
    assert [str(item["/Title"]) for item in read.outline if isinstance(item, dict)] == [
        "Bewijs dat wij uw vraag hebben"
    ]
    text = read.pages[0].extract_text()
    assert text.index("ZT-7K3M") < text.index("Wat er nu gebeurt") < text.index("Naam")
    assert "€ 1.250,00" in text


@pytest.mark.parametrize("house", available())
def test_it_is_in_the_colours_of_the_house_style(settings: Any, house: str) -> None:
    settings.HOUSE_STYLE = house

    drawn = pypdf.PdfReader(io.BytesIO(pdf.write(PAGE))).pages[0].get_contents()

    heading = colours(house)["heading"].removeprefix("#")
    red, green, blue = (int(heading[at : at + 2], 16) / 255 for at in (0, 2, 4))
    assert drawn is not None
    fills = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|scn)", drawn.get_data())
    assert [pytest.approx(value, abs=0.003) for value in (red, green, blue)] in [
        [float(value) for value in fill] for fill in fills
    ]


@pytest.mark.parametrize(
    "address",
    ["https://example.org/logo.png", "http://127.0.0.1/logo.png", "file:///etc/passwd"],
)
def test_nothing_outside_the_document_is_opened(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _self, where: opened.append(where))

    with pytest.raises(pdf.NotSelfContained):
        pdf.write(PAGE.replace("<ul>", f'<img alt="logo" src="{address}"><ul>'))

    assert opened == []
