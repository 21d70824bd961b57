"""An item's draft as a resident would meet it, with test answers that nobody keeps."""

import json
import re
from http import HTTPStatus
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.test import Client
from django.urls import reverse

from cms.catalogue.importing import import_catalogue
from cms.catalogue.models import CatalogueItem, Element, Recipient, Regime, TopicIntake
from tests.cms.catalogue import small
from tests.cms.colleagues import colleague, sign_in
from tests.intakes import NOON, starter

pytestmark = pytest.mark.django_db

RENTS = {"w.woning.soort": "huur"}
BOTH = {"onderwerp": ["traplift", "huurhulp"]}
FILL = {"doe": "voorbeeld"}


@pytest.fixture(autouse=True)
def _items(client: Client) -> None:
    catalogue, municipality = small.catalogue(), starter()[1]
    import_catalogue(catalogue=catalogue, municipality=municipality, now=NOON)
    sign_in(client, colleague("Functioneel beheerders"))


def item(key: str = "traplift", kind: type[CatalogueItem] = TopicIntake) -> Any:
    return kind._default_manager.get(key=key)


def address(of: CatalogueItem | type[CatalogueItem], **kwargs: Any) -> str:
    place = {"kind": of._meta.model_name, **kwargs}
    if isinstance(of, CatalogueItem):
        place["pk"] = of.pk
    return reverse("cms_catalogue_preview", kwargs=place)


class Page:
    """A preview that was answered, by its hooks."""

    def __init__(self, response: Any) -> None:
        assert response.status_code == HTTPStatus.OK
        self.text = response.content.decode()
        self.tree = BeautifulSoup(response.content, "html.parser")

    def hooks(self, name: str) -> list[str]:
        return [str(each[name]) for each in self.tree.select(f"[{name}]")]

    def values(self, name: str) -> list[str]:
        """What is filled in or ticked in the inputs with a name."""
        found = self.tree.select(f'input[name="{name}"]')
        typed = (each for each in found if each.get("type") not in {"radio", "checkbox"})
        ticked = (each for each in found if each.has_attr("checked"))
        return [str(each.get("value", "")) for each in (*typed, *ticked)]

    @property
    def questions(self) -> list[str]:
        return self.hooks("data-question")

    @property
    def said(self) -> str:
        return " ".join(self.tree.get_text(" ").split())

    @property
    def messages(self) -> dict[str, Any]:
        """By recipient the elements that its messages hold."""
        documents = [json.loads(each.get_text()) for each in self.tree.select(".preview-json")]
        return {each["ontvanger"]["sleutel"]: each for each in documents}


def shown(client: Client, of: CatalogueItem, **sends: Any) -> Page:
    return Page(client.post(address(of), {**sends.pop("answers", {}), **sends}))


def test_a_conditional_question_comes_with_the_answer_that_calls_for_it(client: Client) -> None:
    before = Page(client.get(address(item())))
    assert before.questions == ["p.naam", "w.woning", "traplift.trap", "traplift.sinds"]
    after = shown(client, item(), answers=RENTS)
    assert after.questions == [*before.questions[:2], "w.verhuurder", *before.questions[2:]]
    assert after.values("w.woning.soort") == ["huur"]


def test_what_topics_share_is_asked_once(client: Client) -> None:
    page = Page(client.get(address(item()), BOTH))
    assert page.questions.count("p.naam") == 1
    assert "traplift huurhulp" in page.hooks("data-needed-by")
    assert page.values("onderwerp") == BOTH["onderwerp"]


def test_examples_answer_everything_and_leave_what_was_typed(client: Client) -> None:
    page = shown(client, item(), answers={"p.naam.naam": "Ans", **RENTS}, **FILL)
    assert page.hooks("data-unanswered") == ["0"]
    assert page.values("p.naam.naam") == ["Ans"]
    assert "w.verhuurder" in page.questions


def test_a_recipient_reads_its_own_part_only(client: Client) -> None:
    page = shown(client, item(), answers={"p.naam.naam": "Ans"}, deel="bericht", **FILL)
    answers = {
        recipient: [each["element"] for each in document["antwoorden"]]
        for recipient, document in page.messages.items()
    }
    assert answers["monteur"] == ["p.naam", "traplift.trap", "traplift.sinds"]
    assert {"p.naam", "w.woning", "traplift.trap"} <= {*answers["team"]}
    assert page.messages["monteur"]["antwoorden"][0]["weergave"] == "Ans"


def test_who_gets_what_and_the_receipt_are_the_real_ones(client: Client) -> None:
    shares = shown(client, item(), deel="delen", **FILL, **BOTH)
    assert shares.hooks("data-recipient") == ["team", "monteur"]
    receipt = shown(client, item(), answers={"p.naam.naam": "Ans"}, deel="bewijs", **FILL)
    [document] = receipt.hooks("srcdoc")
    assert "Ans" in document
    assert "Traplift" in document


def test_what_is_typed_wrong_is_said_at_its_input(client: Client) -> None:
    answers = {"traplift.sinds.datum.dag": "31", "traplift.sinds.datum.maand": "2"}
    page = shown(client, item(), answers=answers)
    assert "traplift-sinds-datum-error" in {*page.hooks("id")}
    assert len([each for each in page.hooks("id") if each.endswith("-error")]) == 1


def counts() -> dict[str, int]:
    """How many rows every table of the intake has."""
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model.__module__.startswith("intake.")
    }


def test_nothing_is_stored(client: Client) -> None:
    before = counts()
    assert before["intake_catalogue.Release"] == 1
    for section in ("vragen", "delen", "bericht", "bewijs"):
        page = shown(client, item(), answers=RENTS, deel=section, **FILL, **BOTH)
        assert page.hooks("data-preview")
    assert counts() == before


def test_a_change_that_is_not_saved_is_shown(client: Client) -> None:
    question = item("traplift.trap", Element)
    url = reverse(question.snippet_viewset.get_url_name("preview_on_edit"), args=[question.pk])
    sent = client.post(url, small.form(question, question="Hoe steil is uw trap?"))
    assert sent.json() == {"is_valid": True, "is_available": True}
    response = client.get(url, follow=True)
    assert response.redirect_chain[-1][0] == address(question)
    assert "Hoe steil is uw trap?" in Page(response).said
    assert "Hoe steil is uw trap?" in shown(client, question, answers=RENTS).said
    assert item("traplift.trap", Element).question == "Hoe is uw trap?"


def test_wagtails_own_preview_leads_to_it_in_either_mode_and_size(client: Client) -> None:
    topic = item()
    assert [size["device_width"] for size in topic.preview_sizes] == [360, 1280]
    url = reverse(topic.snippet_viewset.get_url_name("preview_on_edit"), args=[topic.pk])
    client.post(url, small.form(topic))
    unanswered = {}
    for mode, _words in topic.preview_modes:
        page = Page(client.get(url, {"mode": mode, "in_preview_panel": "true"}, follow=True))
        unanswered[mode] = page.hooks("data-unanswered")
    assert unanswered == {"": ["4"], "voorbeeld": ["0"]}


def test_a_new_item_is_shown_before_it_is_saved(client: Client) -> None:
    new = Element(
        key="traplift.leuning", label="Leuning", question="Is er een leuning?", topic=item(),
        parts='[{"type": "part", "value": {"key": "is", "type": "yes-no"}}]',
    )  # fmt: skip
    url = reverse(new.snippet_viewset.get_url_name("preview_on_add"))
    assert client.post(url, small.form(new)).json()["is_valid"]
    page = Page(client.get(url, follow=True))
    assert "traplift.leuning" in page.questions
    assert not Element.objects.filter(key="traplift.leuning").exists()


def test_a_question_that_no_topic_asks_yet_is_shown_in_one(client: Client) -> None:
    new = Element(
        key="w.tuin",
        label="Tuin",
        question="Heeft u een tuin?",
        section="situation",
        parts='[{"type": "part", "value": {"key": "heeft", "type": "yes-no"}}]',
        live=False,
    )
    new.save()
    new.save_revision()
    page = Page(client.get(address(new)))
    assert "w.tuin" in page.questions
    assert page.hooks("data-borrowed")
    assert page.hooks("data-edited")


def test_a_question_off_the_path_says_when_it_is_asked(client: Client) -> None:
    question = item("w.verhuurder", Element)
    page = Page(client.get(address(question)))
    assert page.hooks("data-absent")
    assert "alleen als" in page.said
    assert not shown(client, question, answers=RENTS).hooks("data-absent")


@pytest.mark.parametrize(("key", "kind"), [("monteur", Recipient), ("awb", Regime)])
def test_every_kind_of_item_has_a_preview(client: Client, key: str, kind: Any) -> None:
    assert "traplift.trap" in Page(client.get(address(item(key, kind)))).questions


def test_a_new_topic_is_shown_with_its_own_new_questions(client: Client) -> None:
    topic = TopicIntake(
        key="tuin",
        name="Tuinhulp",
        summary="Hulp.",
        kind="aanvraag",
        regime=Regime.objects.get(),
        live=False,
    )
    topic.save()
    topic.save_revision()
    own = Element(
        key="tuin.gras",
        label="Gras",
        question="Hoe lang?",
        topic=topic,
        live=False,
        parts='[{"type": "part", "value": {"key": "cm", "type": "number"}}]',
    )
    own.save()
    own.save_revision()
    page = Page(client.get(address(topic)))
    assert page.questions == ["tuin.gras"]
    assert page.hooks("data-findings")


def revised(of: Any, **fields: Any) -> Any:
    """The item with a draft that says this."""
    for name, value in fields.items():
        setattr(of, name, value)
    of.save_revision()
    return of


UNREADABLE = '[{"type": "part", "value": {"key": "naam", "type": "raar"}}]'
NOWHERE = '[{"type": "need", "value": {"element": "nergens", "need": "always"}}]'


@pytest.mark.parametrize(
    ("key", "kind", "fields", "word"),
    [
        ("p.naam", Element, {"parts": UNREADABLE}, "p.naam"),
        ("traplift", TopicIntake, {"needs": NOWHERE}, "nergens"),
    ],
)
def test_what_cannot_be_shown_is_said_in_words(
    client: Client, key: str, kind: Any, fields: Any, word: str
) -> None:
    page = Page(client.get(address(revised(item(key, kind), **fields))))
    assert page.hooks("data-findings")
    assert word in page.said
    assert not page.questions


def test_what_is_not_sound_is_shown_all_the_same_where_it_can_be(client: Client) -> None:
    page = Page(client.get(address(revised(item(), law=""))))
    assert page.hooks("data-findings")
    assert page.questions


def test_an_older_version_is_shown_as_it_was(client: Client) -> None:
    question = item("traplift.trap", Element)
    before = question.latest_revision
    revised(question, question="Hoe steil is uw trap?")
    assert "Hoe is uw trap?" in Page(client.get(address(question, revision=before.pk))).said
    assert "Hoe steil is uw trap?" in Page(client.get(address(question))).said


def test_who_may_not_see_questions_finds_no_preview(client: Client) -> None:
    urls = [address(item()), address(item("p.naam", Element)), address(TopicIntake)]
    client.logout()
    sign_in(client, colleague("Redacteuren"))
    for url in urls:
        assert client.get(url).status_code == HTTPStatus.NOT_FOUND
        assert client.post(url, RENTS).status_code == HTTPStatus.NOT_FOUND
    client.logout()
    assert client.get(urls[0]).status_code == HTTPStatus.FOUND


def test_only_our_own_pages_may_frame_it(client: Client) -> None:
    response = client.get(address(item()))
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]
    assert "no-store" in response.headers["Cache-Control"]
    assert not re.search(r"\sstyle=|<script(?![^>]+src=)", response.content.decode())


def test_there_is_no_preview_of_what_does_not_exist(client: Client) -> None:
    for kind, pk in (("page", 1), ("element", 999_999)):
        url = reverse("cms_catalogue_preview", kwargs={"kind": kind, "pk": pk})
        assert client.get(url).status_code == HTTPStatus.NOT_FOUND
