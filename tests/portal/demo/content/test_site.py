"""What a visitor gets: fast, small, in order, and from this house only."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import get_page_models

from intake.catalogue import files as catalogue_files
from intake.catalogue import publishing
from portal.demo.content import files
from tests.cms.outline import Outline
from tests.portal.demo.content.conftest import NOW

HOME = files.read("home")
TOPICS = [name for name in HOME["children"] if files.read(name)["type"] == "topic"]
FILES = [file for name in HOME["children"] for file in (name, *files.children(name))]
LANGUAGES = [f"/{code}/" for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
PATHS = ["/", *(f"/{name}/" for name in FILES)]
# Ten in all where the cache is a table: the site's data and Wagtail's paths are two more.
QUERIES = 8
BYTES = 100_000
SECTIONS = ["wat-is-het", "voor-mij", "nodig", "kosten", "hoe-lang", "daarna", "wie-helpt"]

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture(scope="module")
def outlines() -> dict[str, Outline]:
    """What was read of the pages so far: they are the same for every test here."""
    return {}


Read = Callable[[str], Outline]


@pytest.fixture
def read(client: Client, outlines: dict[str, Outline]) -> Read:
    """The outline of a page, as somebody without a session gets it."""

    def outline_of(path: str) -> Outline:
        if path not in outlines:
            outlines[path] = Outline(client.get(path).content.decode())
        return outlines[path]

    return outline_of


def test_every_page_is_light(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = "unknown"  # so that the page is made anew
    client.get("/")
    ContentType.objects.get_for_models(*get_page_models())  # a process asks this once in its life
    for path in PATHS:
        with django_assert_max_num_queries(QUERIES, info=path):
            response = client.get(path)
        assert response.status_code == 200, path
        assert len(response.content) < BYTES, path


def test_headings_are_in_order(read: Read) -> None:
    assert [path for path in PATHS if not read(path).skips_no_level] == []


def test_nothing_is_fetched_from_elsewhere(read: Read) -> None:
    fetched = {address for path in PATHS for address in read(path).fetched}
    assert {address for address in fetched if not address.startswith("/")} == set()


def test_telephone_contact_and_the_footer_are_on_every_page(read: Read) -> None:
    wanted = {"tel:140123", "/contact/", "/privacy/", "/toegankelijkheid/", "/cookies/"}
    assert [path for path in PATHS if wanted - set(read(path).links)] == []


def test_no_link_to_our_own_pages_is_dead(read: Read) -> None:
    links = {link for path in PATHS for link in read(path).links}
    elsewhere = ("/intake/", "/account/", "/mijn/", "/demo/", "/zoeken/", *LANGUAGES)
    own = {link for link in links if link.startswith("/") and not link.startswith(elsewhere)}
    assert own == set(PATHS)


def test_every_page_leads_to_itself_in_every_language(read: Read) -> None:
    """Only the addresses: their pages are loaded, and read, in `test_translations`."""
    for path in PATHS:
        wanted = {path, *(f"{language.rstrip('/')}{path}" for language in LANGUAGES)}
        assert wanted <= set(read(path).links), path


def test_danger_is_named_where_people_come_in(read: Read) -> None:
    paths = ["/", "/contact/", *(f"/{topic}/" for topic in TOPICS)]
    numbers = {"tel:112", "tel:08002000"}
    assert [path for path in paths if numbers - set(read(path).links)] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_answers_every_question_and_starts_its_intake(client: Client, topic: str) -> None:
    html = client.get(f"/{topic}/").content.decode()
    assert [anchor for anchor in SECTIONS if f'id="{anchor}"' in html] == SECTIONS
    assert f"/intake/?onderwerp={topic}" in Outline(html).links


def test_home_offers_all_fifteen_topics(client: Client) -> None:
    starter = catalogue_files.read(settings.BASE_DIR / "intake/catalogue/starter.yaml")
    publishing.publish(catalogue=starter, now=NOW)
    links = Outline(client.get("/").content.decode()).links
    started = [link for link in links if "?onderwerp=" in link]
    read = [link for link in links if link.strip("/") in TOPICS]
    assert len(started) + len(read) == len(starter.topics)


def test_every_intake_that_a_page_starts_exists(read: Read) -> None:
    starter = catalogue_files.read(settings.BASE_DIR / "intake/catalogue/starter.yaml")
    links = {link for path in PATHS for link in read(path).links}
    chosen = [parse_qs(urlsplit(link).query).get("onderwerp", []) for link in links]
    started = {key for keys in chosen for key in keys}
    assert started >= set(TOPICS)
    assert started <= {topic.key for topic in starter.topics}


def test_the_footer_says_that_zeventerpen_does_not_exist(client: Client) -> None:
    assert "verzonnen gemeente" in client.get("/").content.decode()
