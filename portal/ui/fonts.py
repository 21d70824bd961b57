"""Makes the fonts of the site and of the PDF out of the packages' variable web fonts.

For the site: the letters and the weights that pages use, so that the one font that
every page loads is small. For the PDF: two static TrueType fonts, because a static
font costs a PDF a third of what the variable one does; the Latin and the extended
Latin file are joined, so that any name written in Latin script prints.
Run by the build after the style sheet: `python portal/ui/fonts.py`.
"""

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont, setRibbiBits

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules/@fontsource-variable"
BUILD = HERE / "static/ui/build"
FAMILY = "Atkinson Hyperlegible Next"
ATKINSON = PACKAGES / "atkinson-hyperlegible-next/files"
SOURCES: Final = {
    "latin": ATKINSON / "atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "latin-ext": ATKINSON / "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
    "arabic": PACKAGES / "noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2",
}
WEIGHTS: Final = {"Regular": 400, "Bold": 700}
LIGHTEST, HEAVIEST = min(WEIGHTS.values()), max(WEIGHTS.values())
# Modern Standard Arabic, with what Persian, Urdu and Kurdish names add; the shapes a letter
# takes inside a word follow from the font's own tables.
LETTERS: Final = {
    "arabic": [
        *range(0x060C, 0x0670),
        *(
            0x0670,
            0x0671,
            0x0679,
            0x067E,
            0x0686,
            0x0688,
            0x0691,
            0x0695,
            0x0698,
            0x06A4,
            0x06A9,
            0x06AF,
            0x06B5,
            0x06BA,
            0x06BE,
            0x06C0,
            0x06C2,
            0x06C6,
            0x06CC,
            0x06CE,
            0x06D2,
            0x06D4,
            0x06D5,
        ),
        *range(0x06F0, 0x06FA),
        *range(0x200C, 0x2010),
        0xFDFC,
        0x25CC,
        0x0020,
    ]
}


def for_web(name: str) -> TTFont:
    """A variable font with the weights from regular to bold, and the letters it is for."""
    font = TTFont(SOURCES[name])
    options = Options()
    options.layout_features = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS.get(name) or font.getBestCmap())
    subsetter.subset(font)
    # Through a file, because the next step wants every table as it was written.
    whole = BytesIO()
    font.save(whole)
    font = instantiateVariableFont(TTFont(whole), {"wght": (LIGHTEST, HEAVIEST)})
    font.flavor = "woff2"
    return font


def static(source: Path, *, weight: int) -> TTFont:
    """One weight of a variable font, without compression."""
    font = instantiateVariableFont(TTFont(source), {"wght": weight})
    font.flavor = None
    return font


def merged(weight: int) -> TTFont:
    """One weight of the Latin sources in one font."""
    with TemporaryDirectory() as folder:
        parts = []
        for name in ("latin", "latin-ext"):
            parts.append(Path(folder) / f"{name}.ttf")
            static(SOURCES[name], weight=weight).save(parts[-1])
        return Merger().merge([str(part) for part in parts])


def named(font: TTFont, style: str) -> TTFont:
    """The font with the names and style bits that readers go by."""
    full, postscript = f"{FAMILY} {style}", f"AtkinsonHyperlegibleNext-{style}"
    names = {1: FAMILY, 2: style, 3: f"2.001;{postscript}", 4: full, 6: postscript}
    for record in (16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=record)
    for record, text in names.items():
        font["name"].setName(text, record, 3, 1, 0x409)
    font["OS/2"].usWeightClass = WEIGHTS[style]
    setRibbiBits(font)
    return font


def main() -> int:
    """Write the fonts; refuse when the packages are not there."""
    missing = [str(source) for source in SOURCES.values() if not source.exists()]
    if missing:
        sys.stderr.write(f"Install the packages first: {', '.join(missing)} is not there.\n")
        return 1
    for folder in ("fonts", "pdf"):
        (BUILD / folder).mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        for_web(name).save(BUILD / f"fonts/{name}.woff2")
    for style, weight in WEIGHTS.items():
        named(merged(weight), style).save(BUILD / f"pdf/AtkinsonHyperlegibleNext-{style}.ttf")
    return 0


if __name__ == "__main__":
    sys.exit(main())
