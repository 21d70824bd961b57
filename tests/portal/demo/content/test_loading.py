"""Loading the pages, again and again."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Locale, Page, Revision, Site

from cms.models import HomePage, MunicipalityData, TopicPage
from intake.catalogue import queries
from portal.demo.content import files
from portal.demo.content.pages import load_pages
from tests.portal.demo.content.conftest import NOW


def every_file(name: str) -> list[str]:
    """A page's file and those of the pages below it."""
    below = [file for child in files.children(name) for file in every_file(child)]
    return [name, *below]


@pytest.mark.usefixtures("site")
def test_every_page_of_the_files_is_there_and_live() -> None:
    home = HomePage.objects.get()
    slugs = list(home.get_children().live().values_list("slug", flat=True))
    assert slugs == files.read("home")["children"]
    assert Page.objects.filter(depth__gt=1).count() == len(every_file("home"))


@pytest.mark.usefixtures("site")
def test_loading_again_changes_nothing() -> None:
    before = list(Page.objects.values()), Revision.objects.count(), queries.current_release()
    load_pages(now=NOW)
    after = list(Page.objects.values()), Revision.objects.count(), queries.current_release()
    assert after == before


@pytest.mark.usefixtures("site")
def test_a_page_that_differs_from_its_file_is_brought_up_to_date() -> None:
    page = TopicPage.objects.get(slug="schuldhulp")
    page.introduction = "Oude woorden."
    page.save_revision().publish()
    load_pages(now=NOW)
    assert TopicPage.objects.get(slug="schuldhulp").introduction.startswith("Lukt het niet meer")


@pytest.mark.usefixtures("site")
def test_what_an_editor_wrote_stays() -> None:
    editor = get_user_model().objects.create_user("r@z.example", kind="staff", is_staff=True)
    page = TopicPage.objects.get(slug="schuldhulp")
    page.introduction = "Van de redactie."
    page.save_revision(user=editor).publish()
    data = MunicipalityData.objects.get()
    data.phone = "14 0111"
    data.save()
    load_pages(now=NOW)
    assert TopicPage.objects.get(slug="schuldhulp").introduction == "Van de redactie."
    assert MunicipalityData.objects.get().phone == "14 0111"


@pytest.mark.usefixtures("site")
def test_the_site_shows_these_pages_and_no_welcome() -> None:
    site = Site.objects.get(is_default_site=True)
    assert isinstance(site.root_page.specific, HomePage)
    assert not Page.objects.filter(title__startswith="Welcome").exists()


def test_an_emptied_database_gets_its_root_back(db: None, client: Client) -> None:
    Site.objects.all().delete()
    Page.objects.all().delete()
    Locale.objects.all().delete()
    load_pages(now=NOW)
    assert client.get("/schuldhulp/").status_code == 200


@pytest.mark.usefixtures("site")
def test_a_new_page_is_to_be_read_again_in_a_year() -> None:
    assert set(TopicPage.objects.values_list("review_on", flat=True)) == {date(2027, 11, 21)}


@pytest.mark.usefixtures("site")
def test_the_municipality_is_published_for_the_intake() -> None:
    assert queries.municipality().name == "Gemeente Zeventerpen"
