"""What may go live or leave, on every road."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from cms.catalogue import gate
from cms.catalogue.models import Element, Recipient, Regime, TopicIntake
from intake.catalogue import queries
from intake.questionnaire.definition import Catalogue
from tests.cms.catalogue import small
from tests.intakes import draft, resident

pytestmark = pytest.mark.django_db

BROKEN = (
    '[{"type": "rule", "value": {"element": "nergens", "part": "x", "operator": "is",'
    ' "value": "ja"}}]'
)


@pytest.fixture(autouse=True)
def _items() -> None:
    small.imported()


def released() -> Catalogue:
    """What new intakes ask."""
    return queries.catalogue_of(queries.current_release().id)


def changed(item: Any, **fields: Any) -> Any:
    """A revision of an item with these fields."""
    latest = item.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(latest, name, value)
    return latest.save_revision()


def test_a_published_question_is_asked_from_then_on() -> None:
    item = Element.objects.get(key="traplift.trap")
    before = queries.current_release()
    revision = changed(item, question="Hoe breed is uw trap?", reason="duidelijker")
    assert queries.current_release() == before
    revision.publish()
    after = queries.current_release()
    assert after.number == before.number + 1
    assert after.note == "traplift.trap: duidelijker"
    assert released().topics[0].questions[0].question == "Hoe breed is uw trap?"
    assert queries.catalogue_of(before.id).topics[0].questions[0].question == "Hoe is uw trap?"


def test_an_open_intake_keeps_the_questions_it_began_with() -> None:
    topics = ["traplift"]
    began = draft(resident(), topics, now=timezone.now())
    changed(Element.objects.get(key="traplift.trap"), question="Hoe breed is uw trap?").publish()
    late = draft(resident(), topics, now=timezone.now())
    asked = [
        [
            each.element.question
            for each in queries.questionnaire_of(one.release_id, topics).questions
        ]
        for one in (began, late)
    ]
    assert "Hoe is uw trap?" in asked[0]
    assert "Hoe is uw trap?" not in asked[1]
    assert "Hoe breed is uw trap?" in asked[1]


def test_a_new_question_and_then_a_new_topic_with_its_recipient_go_live() -> None:
    topic = TopicIntake(
        key="tuin", name="Tuinhulp", summary="Hulp in uw tuin.", kind="aanvraag",
        law="Wmo 2015", regime=Regime.objects.get(), position=99, live=False,
        needs='[{"type": "need", "value": {"element": "p.naam", "need": "always"}}]',
    )  # fmt: skip
    topic.save()
    question = Element(
        key="tuin.gras", label="Gras", question="Hoe lang is het gras?", topic=topic, live=False,
        parts='[{"type": "part", "value": {"key": "cm", "type": "number", "unit": "cm"}}]',
    )  # fmt: skip
    question.save()
    question.save_revision().publish()
    assert [each.key for each in released().topics] == ["traplift", "huurhulp"]
    with pytest.raises(gate.Refused, match="niemand ontvangt"):
        topic.save_revision().publish()
    team = Recipient.objects.get(key="team")
    changed(team, topics=[*team.topics, "tuin"]).publish()
    assert released().recipients[0].topics == ("traplift", "huurhulp")
    topic.save_revision().publish()
    assert [each.key for each in released().topics] == ["traplift", "huurhulp", "tuin"]
    assert [each.key for each in released().topics[-1].questions] == ["tuin.gras"]
    assert released().recipients[0].topics == ("traplift", "huurhulp", "tuin")


def test_an_unsound_question_goes_live_on_no_road() -> None:
    item = Element.objects.get(key="w.verhuurder")
    before = queries.current_release()
    revision = changed(item, when=BROKEN)
    with pytest.raises(gate.Refused, match="nergens"):
        revision.publish()
    item.refresh_from_db()
    assert "nergens" not in str(item.when.get_prep_value())
    assert queries.current_release() == before


def test_what_cannot_be_read_is_refused_with_its_spot() -> None:
    item = Element.objects.get(key="p.naam")
    revision = changed(item, parts='[{"type": "part", "value": {"key": "naam", "type": "raar"}}]')
    with pytest.raises(gate.Refused) as refused:
        revision.publish()
    [told] = refused.value.told
    assert told.name == "Naam (p.naam)"
    assert "1" in told.spot
    assert told.form.endswith(f"/{item.pk}/")


def test_a_date_publishes_what_is_sound_and_holds_what_is_not() -> None:
    yesterday = timezone.now() - timedelta(days=1)
    good = Element.objects.get(key="traplift.trap")
    bad = Element.objects.get(key="w.verhuurder")
    for item, fields in ((bad, {"when": BROKEN}), (good, {"question": "Hoe steil is uw trap?"})):
        revision = changed(item, go_live_at=yesterday, **fields)
        item.revisions.filter(pk=revision.pk).update(approved_go_live_at=yesterday)
    call_command("publish_scheduled")
    assert released().topics[0].questions[0].question == "Hoe steil is uw trap?"
    assert bad.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize("leave", ["unpublish", "delete"])
def test_what_another_needs_does_not_leave(leave: str) -> None:
    item = Element.objects.get(key="w.woning")
    with pytest.raises(gate.Refused, match=r"w\.woning"), transaction.atomic():
        getattr(item, leave)()
    assert Element.objects.filter(key="w.woning", live=True).exists()
    with pytest.raises(gate.Refused), transaction.atomic():
        Element.objects.filter(key="w.woning").delete()


def test_what_an_open_intake_asks_does_not_leave() -> None:
    draft(resident(), ["huurhulp"], now=timezone.now())
    topic = TopicIntake.objects.get(key="huurhulp")
    with pytest.raises(gate.Refused, match="Hulp bij huur"):
        topic.unpublish()
    TopicIntake.objects.get(key="traplift").unpublish()
    assert [each.key for each in released().topics] == ["huurhulp"]


def test_a_key_that_was_published_stays() -> None:
    item = Element.objects.get(key="p.naam")
    item.key = "p.achternaam"
    with pytest.raises(Exception, match="key"):
        item.full_clean()
