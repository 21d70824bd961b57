"""Pages in the other languages: translated where somebody did, Dutch and marked elsewhere."""
# A page that lacks what is looked for fails by itself.
# mypy: disable-error-code="union-attr,index,attr-defined,arg-type,unused-ignore"

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

from portal.demo.content import files
from portal.demo.content.translations import load_translations
from tests.migrated import once
from tests.portal.demo.content.conftest import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
LANGUAGES = [("en", "ltr"), ("ar", "rtl"), ("uk", "ltr")]
TRANSLATED = {"en": {"schuldhulp": {"title": "Help with debts"}}}


@pytest.fixture
def trees(monkeypatch: pytest.MonkeyPatch) -> None:
    """One English page is translated, nothing else."""
    monkeypatch.setattr(
        files, "translated", lambda name, language: TRANSLATED.get(language, {}).get(name)
    )
    once("trees", lambda: load_translations(now=NOW))


def page(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content.decode(), "html.parser")


@pytest.mark.usefixtures("trees")
@pytest.mark.parametrize(("language", "direction"), LANGUAGES)
def test_every_language_has_a_home(client: Client, language: str, direction: str) -> None:
    home = page(client, f"/{language}/")

    assert (home.html["lang"], home.html["dir"]) == (language, direction)
    assert home.select_one("a.masthead__home")["href"] == f"/{language}/"


@pytest.mark.usefixtures("trees")
def test_a_page_without_translation_is_dutch_marked_as_dutch_and_says_whom_to_call(
    client: Client,
) -> None:
    shown = page(client, "/ar/schuldhulp/")

    notice = shown.select_one("main [data-dutch-only]")
    assert notice.find_parent(lang="nl") is None
    heading = shown.select_one("main h1")
    assert heading.text == "Schuldhulp"
    assert heading.find_parent(lang="nl")["dir"] == "ltr"


@pytest.mark.usefixtures("trees")
def test_a_translated_page_says_so_to_search_engines_and_links_to_the_others(
    client: Client,
) -> None:
    shown = page(client, "/en/schuldhulp/")

    assert shown.select_one("main h1").text == "Help with debts"
    assert shown.select("[data-dutch-only]") == []
    alternates = {link["hreflang"] for link in shown.select("link[rel=alternate][hreflang]")}
    assert alternates == {"nl", "en", "x-default"}
    links = {link["lang"]: link["href"] for link in shown.select("nav.languages a")}
    assert links == {
        "nl": "/schuldhulp/",
        "en": "/en/schuldhulp/",
        "ar": "/ar/schuldhulp/",
        "uk": "/uk/schuldhulp/",
    }


@pytest.mark.usefixtures("trees")
def test_loading_again_changes_nothing() -> None:
    before = list(Page.objects.order_by("path").values_list("path", "latest_revision_id"))

    load_translations(now=NOW)

    assert list(Page.objects.order_by("path").values_list("path", "latest_revision_id")) == before


def test_the_files_that_translators_wrote_load() -> None:
    load_translations(now=NOW)

    for language, _direction in LANGUAGES:
        names = {path.stem for path in (files.CONTENT / language).glob("*.yaml")} - {"home"}
        loaded = Page.objects.filter(locale__language_code=language, alias_of=None, live=True)
        assert names <= set(loaded.values_list("slug", flat=True))
