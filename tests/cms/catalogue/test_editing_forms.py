"""The forms of the catalogue: names instead of keys, and nothing stored that gets lost."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms.catalogue.models import CatalogueItem, Element, Recipient, Regime, TopicIntake
from tests.cms.catalogue import small
from tests.cms.colleagues import colleague, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _manager(client: Client) -> None:
    small.imported()
    sign_in(client, colleague("Functioneel beheerders"))


def latest(item: CatalogueItem) -> Any:
    item.refresh_from_db()
    return item.get_latest_revision_as_object()


def opened(client: Client, url: str) -> Any:
    return client.get(url).context["form"]


@pytest.mark.parametrize("kind", [Element, TopicIntake, Recipient, Regime])
def test_no_form_needs_an_inline_script(client: Client, kind: type[CatalogueItem]) -> None:
    for name in ("edit", "inspect"):
        page = client.get(small.url(kind.objects.all()[0], name)).content.decode()
        scripts = re.findall(r"<script(?![^>]*\s(?:src|nonce)=)([^>]*)>", page)
        assert [each for each in scripts if "application/json" not in each] == []


def test_a_published_key_stays_whatever_the_browser_sends(client: Client) -> None:
    item = Element.objects.get(key="w.woning")
    field = opened(client, small.url(item))["key"].field
    assert field.widget.attrs["readonly"] is True
    client.post(small.url(item), small.form(item, key="w.anders", label="Wonen"))
    assert (latest(item).key, latest(item).label) == ("w.woning", "Wonen")


def test_a_question_begun_from_a_topic_is_its_own_and_comes_last(client: Client) -> None:
    topic = TopicIntake.objects.get(key="traplift")
    form = opened(client, f"{reverse('catalogue_questions:add')}?topic={topic.pk}")
    given = {name: form[name].value() for name in ("topic", "key", "section", "position")}
    assert given == {"topic": topic.pk, "key": "traplift.", "section": "topic", "position": 30}
    assert opened(client, f"{reverse('catalogue_questions:add')}?topic=x")["topic"].value() is None


def test_an_own_question_stands_in_the_section_of_its_topic(client: Client) -> None:
    item = Element.objects.get(key="traplift.trap")
    client.post(small.url(item), small.form(item, section="person", question="Hoe is de trap?"))
    assert (latest(item).section, latest(item).question) == ("topic", "Hoe is de trap?")


def test_a_shared_question_does_not_stand_in_the_section_of_a_topic(client: Client) -> None:
    item = Element.objects.get(key="w.woning")
    answer = client.post(small.url(item), small.form(item, section="topic"))
    assert "section" in answer.context["form"].errors


def test_the_form_of_a_topic_leads_to_its_questions_recipients_and_a_new_question(
    client: Client,
) -> None:
    topic = TopicIntake.objects.get(key="traplift")
    page = client.get(small.url(topic)).content.decode()
    linked = [*Element.objects.filter(topic=topic), *Recipient.objects.all()]
    assert [each for each in linked if f'href="{small.url(each)}"' not in page] == []
    assert f"{reverse('catalogue_questions:add')}?topic={topic.pk}" in page


def test_topics_and_shared_questions_are_ticked_by_name(client: Client) -> None:
    recipient = Recipient.objects.get(key="monteur")
    Recipient.objects.filter(pk=recipient.pk).update(topics=["weg", "traplift"])
    recipient.latest_revision.delete()
    form = opened(client, small.url(recipient))
    names = dict(form.fields["topics"].choices)
    assert (names["traplift"], "weg" in names["weg"]) == ("Traplift", True)
    ticked = ["huurhulp", "traplift", "weg"]
    client.post(small.url(recipient), {**small.form(recipient), "topics": ticked, "only": "p.naam"})
    assert latest(recipient).topics == ["weg", "traplift", "huurhulp"]
    assert latest(recipient).only == ["p.naam"]


def test_a_need_that_is_gone_is_kept_for_lint_to_find(client: Client) -> None:
    topic = TopicIntake.objects.get(key="huurhulp")
    data = small.form(topic) | {"needs-0-value-element": "p.weg"}
    client.post(small.url(topic), data)
    assert [each.value["element"] for each in latest(topic).needs] == ["p.weg", "w.woning"]


def test_options_of_an_imported_question_stay_what_they_were(client: Client) -> None:
    item = Element.objects.get(key="w.woning")
    client.post(small.url(item), small.form(item, label="Wonen"))
    [part] = latest(item).parts
    assert [each["value"] for each in part.value["options"]] == ["huur", "koop"]


def test_inspecting_tells_conditions_in_words_and_topics_by_name(client: Client) -> None:
    element, recipient = Element.objects.get(key="w.verhuurder"), Recipient.objects.get(key="team")
    page = client.get(small.url(element, "inspect")).content.decode()
    assert "alleen als “Woning” het antwoord “Ik huur” heeft" in page
    assert "Traplift, Hulp bij huur" in client.get(small.url(recipient, "inspect")).content.decode()


def test_who_may_file_is_ticked_and_what_nobody_knows_stays(client: Client) -> None:
    item = TopicIntake.objects.get(key="traplift")
    TopicIntake.objects.filter(pk=item.pk).update(may_file="self\nburen")
    item.refresh_from_db()
    boxes = opened(client, small.url(item))["may_file"].subwidgets
    ticked = {box.data["value"]: box.data["label"] for box in boxes if box.data["selected"]}
    assert ticked["self"] == "De inwoner"
    assert "buren" in ticked["buren"]
    client.post(small.url(item), small.form(item, may_file="self\nburen\nparent"))
    assert latest(item).may_file == "self\nburen\nparent"
