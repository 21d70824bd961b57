"""Questions in the reader's language; what is submitted stays Dutch."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.utils.translation import override

from intake.actions import submission_events
from intake.catalogue import translations
from intake.delivery.document import case_document
from intake.submissions.models import Draft, Submission
from portal.accounts.models import User
from tests import intakes
from tests.intake.wizard.factories import answer, draft_of, one, soup, stored, url

pytestmark = pytest.mark.django_db
LANGUAGES = [("en", "ltr"), ("ar", "rtl"), ("uk", "ltr")]
TOPIC = "schuldhulp"


@pytest.fixture(autouse=True)
def _translated(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every text reads as its language and the Dutch; those of `p.contact` are missing."""

    def say(language: str, key: str, dutch: str) -> str | None:
        return None if key == "p.contact" else f"{language}:{dutch}"

    monkeypatch.setattr(translations, "text", say)
    yield
    translations._shown.cache_clear()
    translations.shown_catalogue.cache_clear()


def in_language(language: str, name: str, draft: Draft, *place: object) -> str:
    with override(language):
        return url(name, draft, *place)


def html(page: BeautifulSoup) -> Tag:
    """Its outermost element, which has its language."""
    return one(page, "html")


@pytest.mark.parametrize(("language", "direction"), LANGUAGES)
def test_a_question_is_in_the_language_of_its_address(
    client: Client, resident: User, language: str, direction: str
) -> None:
    draft = draft_of(resident, TOPIC)

    page = soup(client.get(in_language(language, "page", draft, "p.burgerlijkeStaat")))

    assert html(page)["lang"] == language
    assert html(page)["dir"] == direction
    question = one(page, "[data-question='p.burgerlijkeStaat']")
    assert f"{language}:" in one(question, "h1").text
    assert question.get("lang") is None


def test_the_dutch_stands_beside_it(client: Client, resident: User) -> None:
    draft = draft_of(resident, TOPIC)

    page = soup(client.get(in_language("en", "page", draft, "p.burgerlijkeStaat")))

    original = one(page, "[data-original]")
    assert original["lang"] == "nl"
    assert "en:" not in original.text
    dutch = soup(client.get(in_language("nl", "page", draft, "p.burgerlijkeStaat")))
    heading = one(dutch, "[data-question='p.burgerlijkeStaat'] h1")
    assert one(original, "strong").text in heading.text
    assert dutch.select("[data-original], [data-dutch-only]") == []


def test_a_question_that_nobody_translated_is_dutch_and_says_so(
    client: Client, resident: User
) -> None:
    draft = draft_of(resident, TOPIC)

    page = soup(client.get(in_language("ar", "page", draft, "p.contact")))

    question = one(page, "[data-question='p.contact']")
    assert (question["lang"], question["dir"]) == ("nl", "ltr")
    assert "ar:" not in question.text.split("Waarom")[0]
    assert page.select("[data-dutch-only]")
    assert question.select("[data-original]") == []


def test_changing_the_language_keeps_the_draft_and_the_place(
    client: Client, resident: User
) -> None:
    draft = draft_of(resident, TOPIC)
    answer(draft, "p.contact", {"email": "anna@example.nl", "telefoon": "+31612345678"})
    before = stored(draft, "p.contact")

    page = soup(client.get(f"{in_language('nl', 'page', draft, 'p.contact')}?terug=controleren"))

    links = {link["lang"]: link for link in page.select("nav.languages a")}
    assert list(links) == ["nl", "en", "ar", "uk"]
    assert links["nl"]["aria-current"] == "true"
    assert links["ar"]["dir"] == "rtl"
    for language, link in links.items():
        there = soup(client.get(str(link["href"])))
        assert html(there)["lang"] == language
        assert one(there, "[name='p.contact.email']")["value"] == "anna@example.nl"
        assert one(there, "[name=terug]")["value"] == "controleren"
    assert stored(draft, "p.contact") == before


def test_what_is_typed_goes_along_to_another_language(client: Client, resident: User) -> None:
    draft = draft_of(resident, TOPIC)
    assert one(
        soup(client.get(in_language("nl", "page", draft, "p.contact"))), "form[data-goes-along]"
    )

    half = {"p.contact.email": "anna@", "p.contact.telefoon": "06 12345678", "action": "stay"}
    there = soup(client.post(in_language("en", "page", draft, "p.contact"), half, follow=True))

    assert html(there)["lang"] == "en"
    assert one(there, "[name='p.contact.email']")["value"] == "anna@"
    assert one(there, "[name='p.contact.telefoon']")["value"] == "06 12345678"
    assert not one(there, "title").text.strip().startswith("Error:")


def test_an_item_goes_along_to_another_language_and_is_not_saved_yet(
    client: Client, resident: User
) -> None:
    draft = draft_of(resident, TOPIC)
    place = in_language("uk", "item_add", draft, "f.schulden")
    sent = {"aantal": "0", "f.schulden.0.schuldeiser": "De Winkel", "action": "stay"}

    there = soup(client.post(place, sent, follow=True))

    assert html(there)["lang"] == "uk"
    assert one(there, "[name='f.schulden.0.schuldeiser']")["value"] == "De Winkel"
    assert stored(draft, "f.schulden") is None


def test_a_message_about_an_input_is_in_the_language_of_the_reader(
    client: Client, resident: User
) -> None:
    draft = draft_of(resident, TOPIC)
    place = in_language("en", "page", draft, "p.voorkeur")

    page = soup(client.post(place, {"action": "next"}, follow=True))

    assert one(page, "title").text.strip().startswith("Error:")


@pytest.mark.parametrize("language", [code for code, _direction in LANGUAGES])
def test_the_start_and_the_tasks_are_in_the_language(
    client: Client, resident: User, language: str
) -> None:
    draft = draft_of(resident, TOPIC)

    start = soup(client.get(f"/{language}/intake/"))
    tasks = soup(client.get(in_language(language, "tasks", draft)))

    assert f"{language}:Schuldhulp" in start.text
    assert f"{language}:Schuldhulp" in tasks.text
    for page in (start, tasks):
        hrefs = {str(link["href"]) for link in page.select("main a[href^='/']")}
        assert {href for href in hrefs if not href.startswith(f"/{language}/")} == set()


def test_what_is_submitted_is_dutch_and_names_the_language(
    client: Client, resident: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[bytes] = []
    real = case_document

    def noted(**given: Any) -> bytes:
        document = real(**given)
        sent.append(document)
        return document

    monkeypatch.setattr(submission_events, "case_document", noted)
    draft = intakes.filled_draft(resident, [TOPIC])

    response = client.post(in_language("ar", "check", draft))

    assert response["Location"] == in_language("ar", "sent", draft)
    assert sent
    for raw in sent:
        document = json.loads(raw)
        assert document["zaak"]["taal"] == "ar"
        assert "ar:" not in raw.decode()
    assert Submission.objects.get(draft_id=draft.id).language == "ar"
