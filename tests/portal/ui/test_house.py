"""The house styles: each is whole, its colours differ enough, and one variable chooses it."""

from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string

from portal.ui import house
from tests.portal.ui.test_content import components
from tests.portal.ui.test_controls import Elements

HOUSES = ["hoogwater", "zeventerpen"]
SURFACES = ["paper", "sand", "action-tint", "accent-tint", "hero"]
TEXT_PAIRS = [
    *[("ink", surface) for surface in SURFACES],
    *[("ink", f"{kind}-tint") for kind in ("error", "success", "warning")],
    *[("ink-soft", surface) for surface in SURFACES],
    *[("heading", surface) for surface in SURFACES],
    *[("action", surface) for surface in SURFACES],
    *[("action", f"{kind}-tint") for kind in ("error", "success", "warning")],
    *[("action-strong", surface) for surface in SURFACES],
    ("ink", "sand-deep"),
    ("on-action", "action"),
    ("on-action", "action-strong"),
    ("accent", "paper"),
    ("accent", "sand"),
    ("accent", "accent-tint"),
    ("paper", "accent"),
    ("error", "paper"),
    ("error", "error-tint"),
    ("on-error", "error"),
    ("success", "success-tint"),
    ("warning", "warning-tint"),
    ("on-deep", "deep"),
    ("on-deep-soft", "deep"),
    ("focus", "focus-glow"),
]
# The focus ring is two rings, and one of the two stands out on whatever it lies.
SHAPE_PAIRS = [
    *[("border", surface) for surface in ("paper", "sand", "action-tint")],
    *[("action", surface) for surface in SURFACES],
    ("accent", "accent-tint"),
    ("error", "paper"),
    ("success", "paper"),
    ("paper", "success"),
    ("warning", "warning-tint"),
    ("mark-one", "paper"),
    ("mark-two", "paper"),
]
FOCUSED_ON = [*SURFACES, "deep", "error-tint", "success-tint", "warning-tint"]


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def page(**more: Any) -> str:
    """The components page of a municipality by that house style's name."""
    return components(municipality={"name": "Gemeente Hoogwater"}, **more)


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000", "#fff", 21.0), ("#767676", "#ffffff", 4.54)]
)
def test_contrast_is_computed_as_wcag_does(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


def test_these_are_all_the_house_styles() -> None:
    assert house.available() == HOUSES


@pytest.mark.parametrize("name", HOUSES)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_colours_that_meet_differ_enough(name: str, dark: bool) -> None:  # noqa: FBT001
    colours = house.colours(name, dark=dark)
    wanted = [(*pair, 4.5) for pair in TEXT_PAIRS] + [(*pair, 3.0) for pair in SHAPE_PAIRS]
    found = {
        f"{one} on {other}": round(contrast(colours[one], colours[other]), 2)
        for one, other, least in wanted
        if contrast(colours[one], colours[other]) < least
    }
    assert found == {}


@pytest.mark.parametrize("name", HOUSES)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_focus_shows_wherever_it_is(name: str, dark: bool) -> None:  # noqa: FBT001
    colours = house.colours(name, dark=dark)
    rings = colours["focus"], colours["focus-glow"]
    dim = [
        surface
        for surface in FOCUSED_ON
        if max(contrast(ring, colours[surface]) for ring in rings) < 3
    ]
    assert dim == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_house_style_sets_the_same_colours(dark: bool) -> None:  # noqa: FBT001
    names = {name: set(house.colours(name, dark=dark)) for name in HOUSES}
    assert names["hoogwater"] == names["zeventerpen"]
    assert house.colours("hoogwater", dark=dark) != house.colours("zeventerpen", dark=dark)


@pytest.mark.parametrize("name", HOUSES)
def test_a_house_style_has_all_its_parts(name: str, settings: Any) -> None:
    settings.HOUSE_STYLE = name
    style = house.chosen()
    static = Path(settings.BASE_DIR) / "portal/ui/static"
    assert [
        part for part in (style.tokens, style.icon, style.share) if not (static / part).exists()
    ] == []
    for part in (style.mark, style.horizon):
        assert 'aria-hidden="true"' in render_to_string(part)


def test_one_setting_changes_the_house_style(settings: Any) -> None:
    settings.HOUSE_STYLE = "hoogwater"
    theirs = Elements(page())
    settings.HOUSE_STYLE = "zeventerpen"
    ours = Elements(page())

    assert hrefs(theirs) - hrefs(ours) == {
        "/static/ui/houses/hoogwater/tokens.css",
        "/static/ui/houses/hoogwater/mark.svg",
    }
    assert hrefs(ours) - hrefs(theirs) == {
        "/static/ui/houses/zeventerpen/tokens.css",
        "/static/ui/houses/zeventerpen/mark.svg",
    }


def hrefs(given: Elements) -> set[str | None]:
    """What the head of a page links to."""
    return {link["href"] for link in given.attributes("link")}


def test_a_house_style_that_is_not_there_is_refused(settings: Any) -> None:
    assert house.known() == []
    settings.HOUSE_STYLE = "atlantis"
    assert [error.id for error in house.known()] == ["voordeur.E003"]
