"""A reviewer imports a file: sees what it changes, confirms; everybody else is refused."""

from http import HTTPStatus
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from cms.catalogue import live
from cms.catalogue.models import Element
from cms.catalogue.transport.upload import LARGEST, Unfit, read_upload
from intake.catalogue import files
from intake.catalogue.queries import releases
from tests.cms.catalogue import small
from tests.cms.colleagues import colleague, sign_in
from tests.intakes import NOON

pytestmark = pytest.mark.django_db
START = "/beheer/catalogus/uitwisselen/"


@pytest.fixture(autouse=True)
def _items() -> None:
    small.imported()


@pytest.fixture
def text() -> str:
    """What an export of the small catalogue says."""
    return files.write(small.catalogue())


def _upload(client: Client, content: str | bytes) -> Any:
    raw = content.encode() if isinstance(content, str) else content
    return client.post(START, {"file": SimpleUploadedFile("nieuw.yaml", raw)})


def _ticket(response: Any) -> str:
    ticket: str = response.context["ticket"]
    return ticket


def test_export_is_the_file_of_what_is_live(client: Client, text: str) -> None:
    sign_in(client, colleague("Functioneel beheerders"))
    response = client.get(reverse("cms_catalogue_export"))
    assert response.content.decode() == text
    assert "catalogus-1.yaml" in response["Content-Disposition"]


def test_a_file_is_shown_before_it_is_imported(client: Client, text: str) -> None:
    reviewer = colleague("Toetsers")
    sign_in(client, reviewer)
    shown = _upload(client, text.replace("Hoe woont u?", "Hoe woont u nu?"))
    page = shown.content.decode()
    assert "Hoe woont u?" in page
    assert "Hoe woont u nu?" in page
    assert live.catalogue() == small.catalogue(), "looking changes nothing"
    done = client.post(
        reverse("cms_catalogue_import"), {"ticket": _ticket(shown), "reason": "duidelijker"}
    )
    assert done.status_code == HTTPStatus.FOUND
    item = Element.objects.get(key="w.woning")
    assert item.question == "Hoe woont u nu?"
    assert item.reason == "duidelijker"
    assert item.latest_revision.user == reviewer
    assert releases()[0].note == "duidelijker"


def test_the_same_file_says_that_nothing_changes(client: Client, text: str) -> None:
    sign_in(client, colleague("Toetsers"))
    shown = _upload(client, text)
    assert not shown.context["difference"].sections
    assert 'name="ticket"' not in shown.content.decode()


def test_what_was_published_meanwhile_is_shown_again(client: Client, text: str) -> None:
    sign_in(client, colleague("Toetsers"))
    first = _upload(client, text.replace("Hoe woont u?", "Hoe woont u nu?"))
    second = _upload(client, text.replace("Wat is uw naam?", "Hoe heet u?"))
    client.post(reverse("cms_catalogue_import"), {"ticket": _ticket(second)})
    again = client.post(reverse("cms_catalogue_import"), {"ticket": _ticket(first)})
    assert again.status_code == HTTPStatus.OK
    assert "Hoe heet u?" in again.content.decode(), "it would be undone, which is told"
    assert Element.objects.get(key="w.woning").question == "Hoe woont u?"


def test_a_ticket_that_somebody_made_is_no_good(client: Client) -> None:
    sign_in(client, colleague("Toetsers"))
    response = client.post(reverse("cms_catalogue_import"), {"ticket": "abc:def:ghi"})
    assert response.status_code == HTTPStatus.FOUND
    assert live.catalogue() == small.catalogue()


@pytest.mark.parametrize("group", ["Functioneel beheerders", "Redacteuren"])
def test_importing_needs_the_right_to_publish(client: Client, text: str, group: str) -> None:
    sign_in(client, colleague(group))
    assert _upload(client, text).status_code != HTTPStatus.OK
    refused = client.post(reverse("cms_catalogue_import"), {"ticket": "x"})
    assert refused["Location"] == reverse("wagtailadmin_home")


def test_who_keeps_pages_only_finds_nothing(client: Client) -> None:
    sign_in(client, colleague("Redacteuren"))
    for name in ("cms_catalogue_transport", "cms_catalogue_export"):
        response = client.get(reverse(name))
        assert response.status_code == HTTPStatus.FOUND
        assert response["Location"] == reverse("wagtailadmin_home")


def test_a_problem_is_shown_with_its_line_and_place(client: Client, text: str) -> None:
    sign_in(client, colleague("Toetsers"))
    bad = text.replace("label: Woning\n", "label: Woning\n    kleur: rood\n")
    line = bad.splitlines().index("    kleur: rood") + 1
    response = _upload(client, bad)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    [problem] = response.context["problems"]
    assert (problem.line, problem.where) == (line, "elements[w.woning].kleur")
    assert "kleur: rood" not in response.content.decode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00", "UTF-8"),
        (b"schema: [", "indents"),
        (b"schema: \x01", "signs"),
        (b"hallo", "list of names"),
        (b"a: 1", "schema: voordeur-catalogue/1"),
        (b"x" * (LARGEST + 1), "too large"),
        (b"a: &id001 [1]\nb: *id001", "alias"),
        (b"[" * 5000, "catalogue file"),
        (b"", "list of names"),
        (b"a: 9999-99-99", "catalogue file"),
    ],
    ids=["binary", "half", "sign", "scalar", "other", "large", "alias", "deep", "empty", "date"],
)
def test_a_bad_upload_is_one_clear_sentence(content: bytes, said: str) -> None:
    with translation.override("en"), pytest.raises(Unfit) as refusal:
        read_upload(content, now=NOON)
    [problem] = refusal.value.problems
    assert said in problem.text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("section: person", "section: persona", "must be one of: person"),
        ("label: Naam\n", "label: [1]\n", "must be text"),
        ("    label: Naam\n", "", "label is missing"),
        ("label: Naam\n", "label: Naam\n    label: Nom\n", "label stands here twice"),
        ("days: 56", "days: veel", "whole number"),
        ("regime: awb", "regime: wet", "terms wet do not exist"),
        ("is: huur", "is: kraak", "no answer kraak"),
    ],
)
def test_what_is_wrong_is_said_in_words(text: str, old: str, new: str, said: str) -> None:
    assert old in text
    with translation.override("en"), pytest.raises(Unfit) as refusal:
        read_upload(text.replace(old, new, 1).encode(), now=timezone.now())
    problem = refusal.value.problems[0]
    assert said in problem.text
    assert problem.line


def test_whose_draft_it_would_replace_is_said_before(client: Client, text: str) -> None:
    sign_in(client, colleague("Toetsers"))
    item = Element.objects.get(key="w.woning")
    item.help = "Drie uur werk."
    item.save_revision()
    shown = _upload(client, text.replace("Hoe woont u?", "Hoe woont u nu?"))
    assert shown.context["difference"].drafts == ["Woning"]
    assert "in de plaats van het concept" in shown.content.decode()
    other = _upload(client, text.replace("Wat is uw naam?", "Hoe heet u?"))
    assert other.context["difference"].drafts == []
