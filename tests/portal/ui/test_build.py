"""What the build made: the weight of a page, the fonts of the site and of the PDF."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

from tests.portal.ui.test_content import components

UI = Path(settings.BASE_DIR) / "portal/ui"
BUILD = UI / "static/ui/build"


def test_a_page_with_its_style_script_and_font_stays_under_100_kilobytes() -> None:
    texts = [
        components().encode(),
        *((BUILD / f"site.{kind}").read_bytes() for kind in ("css", "js")),
    ]
    font = (BUILD / "fonts/latin.woff2").stat().st_size
    assert sum(len(gzip.compress(text)) for text in texts) + font < 100_000


def test_the_style_sheet_is_light() -> None:
    assert len(gzip.compress((BUILD / "site.css").read_bytes())) < 35_000


def test_the_style_sheet_knows_no_colour_but_black_on_paper() -> None:
    ours = [path for path in (UI / "src").glob("*.css") if path.name != "print.css"]
    found = {
        f"{path.name}: {colour}"
        for path in ours
        for colour in re.findall(r"#[0-9a-f]{3,8}\b|\brgba?\([^)]*\)", path.read_text())
    }
    assert ours
    assert found == set()


def test_the_style_sheet_asks_nothing_of_others() -> None:
    sheet = (BUILD / "site.css").read_text()
    assert not re.findall(r"url\(\"?(https?:)?//", sheet)


@pytest.mark.parametrize(
    ("name", "letters", "limit"),
    [
        ("latin", "AZaz09ëéïçß€–“”…", 24_000),
        ("arabic", "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى،؟", 32_000),
    ],
)
def test_a_font_of_the_site_is_small_and_has_the_letters(
    name: str, letters: str, limit: int
) -> None:
    path = BUILD / f"fonts/{name}.woff2"
    font = TTFont(path)
    assert [letter for letter in letters if ord(letter) not in font.getBestCmap()] == []
    (weight,) = font["fvar"].axes
    assert (weight.minValue, weight.maxValue) == (400, 700)
    assert path.stat().st_size < limit


@pytest.mark.parametrize(("style", "weight"), [("Regular", 400), ("Bold", 700)])
def test_the_fonts_of_the_pdf_are_static_and_know_every_latin_name(style: str, weight: int) -> None:
    font = TTFont(BUILD / f"pdf/AtkinsonHyperlegibleNext-{style}.ttf")
    missing = [
        letter for letter in "AZaz09ĳëčŁőžñßÞøŞğ€–“”…•½" if ord(letter) not in font.getBestCmap()
    ]
    assert missing == []
    assert "fvar" not in font
    assert font["OS/2"].usWeightClass == weight
    assert font["name"].getDebugName(1) == "Atkinson Hyperlegible Next"
    assert font["name"].getDebugName(2) == style
