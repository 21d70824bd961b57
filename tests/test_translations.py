"""Translations are as complete as locale/floors says; translators raise it."""

import gettext
import re
from pathlib import Path

import pytest

from intake.catalogue import files, translations
from intake.catalogue.starter import STARTER
from portal.settings.base import LANGUAGES, LOCALE_PATHS

FLOORS = [
    tuple(line.split())
    for line in (LOCALE_PATHS[0] / "floors").read_text(encoding="utf-8").splitlines()
]
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")


def test_every_language_has_a_floor() -> None:
    promised = {(language, domain) for language, domain, _floor in FLOORS}

    for language, _name in LANGUAGES:
        if language not in {"nl", "en"}:
            assert (language, "interface") in promised
        if language != "nl":
            assert (language, "catalogue") in promised


@pytest.mark.parametrize(
    ("language", "floor"),
    [(language, int(floor)) for language, domain, floor in FLOORS if domain == "catalogue"],
)
def test_the_promised_questions_are_translated(language: str, floor: int) -> None:
    promised = list(translations.promised(files.read(STARTER)))

    missing = [text for key, text in promised if translations.text(language, key, text) is None]

    assert 100 - 100 * len(missing) / len(promised) >= floor, missing[:20]


@pytest.mark.parametrize("language", ["ar", "uk"])
def test_a_translation_keeps_what_is_filled_in(language: str) -> None:
    compiled = Path(LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.mo"
    with compiled.open("rb") as file:
        table = gettext.GNUTranslations(file)
    texts = {k: v for k, v in table._catalog.items() if isinstance(k, str) and k}  # type: ignore[attr-defined]

    broken = [
        source
        for source, said in texts.items()
        if set(PLACEHOLDER.findall(said)) - set(PLACEHOLDER.findall(source))
    ]

    assert broken == []
