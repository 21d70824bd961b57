"""What an import makes of the items, and what it refuses."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry, ReferenceIndex

from cms.catalogue import live
from cms.catalogue.gate import Refused
from cms.catalogue.importing import check_import, import_catalogue, nothing_imported
from cms.catalogue.items.places import places
from cms.catalogue.models import Element, Recipient, TopicIntake
from intake.actions.publish_catalogue import Unsound
from intake.catalogue.queries import current_release, releases
from intake.questionnaire.codes import Operator
from intake.questionnaire.definition import AllOf, AnyOf, Catalogue, Rule
from intake.questionnaire.definition import Element as Question
from tests.cms.catalogue import small
from tests.cms.colleagues import colleague
from tests.intakes import NOON, draft, resident

pytestmark = pytest.mark.django_db


def _import(catalogue: Catalogue, **given: Any) -> None:
    import_catalogue(catalogue=catalogue, now=NOON, **given)


def _with(key: str, **changes: Any) -> Catalogue:
    """The small catalogue, one shared question otherwise."""
    catalogue = small.catalogue()
    elements = [
        replace(each, **changes) if each.key == key else each for each in catalogue.elements
    ]
    return replace(catalogue, elements=tuple(elements))


def _without_own(topic: str) -> Catalogue:
    catalogue = small.catalogue()
    topics = [
        replace(each, questions=()) if each.key == topic else each for each in catalogue.topics
    ]
    return replace(catalogue, topics=tuple(topics))


def test_the_first_import_leaves_what_publishing_one_by_one_would_leave() -> None:
    assert nothing_imported()
    by = colleague("Toetsers")
    _import(small.catalogue(), user=by, note="begin")
    assert not nothing_imported()
    assert live.catalogue() == small.catalogue()
    item = Element.objects.get(key="traplift.trap")
    assert item.live
    assert not item.has_unpublished_changes
    assert item.live_revision == item.latest_revision == item.revisions.get()
    assert item.first_published_at == NOON
    assert item.reason == "begin"
    assert item.latest_revision.as_object().topic == TopicIntake.objects.get(key="traplift")
    entry = ModelLogEntry.objects.for_instance(item).get()
    assert (entry.action, entry.user, entry.revision) == ("wagtail.publish", by, item.live_revision)
    used = ReferenceIndex.get_references_to(TopicIntake.objects.get(key="traplift"))
    assert {each.object_id for each in used} == {
        str(each.pk) for each in Element.objects.filter(topic__key="traplift")
    }


def test_only_what_differs_gets_a_revision() -> None:
    small.imported()
    _import(_with("w.woning", question="Waar woont u in?"), note="beter")
    assert Element.objects.get(key="w.woning").revisions.count() == 2
    assert Element.objects.get(key="w.woning").reason == "beter"
    assert Element.objects.get(key="p.naam").revisions.count() == 1
    assert [each.number for each in releases()] == [2, 1]


def test_the_same_again_changes_nothing() -> None:
    small.imported()
    _import(small.catalogue())
    assert [each.number for each in releases()] == [1]


def test_what_is_not_named_leaves_and_comes_back_as_it_was() -> None:
    small.imported()
    _import(_without_own("traplift"))
    assert live.catalogue() == _without_own("traplift")
    assert not Element.objects.get(key="traplift.trap").live
    _import(small.catalogue())
    assert live.catalogue() == small.catalogue()


def test_another_order_moves_items_and_their_drafts_without_a_revision() -> None:
    small.imported()
    item = Element.objects.get(key="p.naam")
    item.question = "Hoe heet u?"
    item.save_revision()
    catalogue = small.catalogue()
    turned = replace(catalogue, elements=tuple(reversed(catalogue.elements)))
    _import(replace(turned, elements=_sound_order(turned)))
    assert [each.key for each in live.catalogue().elements] == [
        "w.woning",
        "w.verhuurder",
        "p.naam",
    ]
    item.refresh_from_db()
    assert item.revisions.count() == 2, "its own and the draft"
    latest = item.get_latest_revision_as_object()
    assert (latest.question, latest.position) == ("Hoe heet u?", item.position)


def _sound_order(catalogue: Catalogue) -> tuple[Question, ...]:
    """What a condition looks at comes before it."""
    by_key = {each.key: each for each in catalogue.elements}
    return tuple(by_key[key] for key in ("w.woning", "w.verhuurder", "p.naam"))


def test_places_stay_where_they_give_the_order() -> None:
    assert places({"a": 5, "b": 7}) == {"a": 5, "b": 7}
    assert places({"a": 7, "b": 5}) == {"a": 10, "b": 20}
    assert places({"a": 5, "new": None, "b": 7}) == {"a": 10, "new": 20, "b": 30}


def test_what_residents_are_busy_with_stays() -> None:
    small.imported()
    draft(resident(), ["traplift"], now=timezone.now())
    with pytest.raises(Refused) as refusal:
        _import(_without_own("traplift"))
    assert "1" in str(refusal.value.told[0])
    assert live.catalogue() == small.catalogue()
    assert current_release().number == 1


@pytest.mark.parametrize(
    ("catalogue", "path"),
    [
        (_with("p.naam", question="Wat? " * 100), ("elements", 0, "question")),
        (
            _with(
                "w.verhuurder",
                when=AllOf(
                    (
                        AnyOf(
                            (
                                AllOf(
                                    (
                                        Rule(
                                            element="w.woning",
                                            part="soort",
                                            operator=Operator.IS,
                                            value="huur",
                                        ),
                                    )
                                ),
                            )
                        ),
                    )
                ),
            ),
            ("elements", 2, "when"),
        ),
    ],
    ids=["too long", "too deep"],
)
def test_what_an_editor_could_not_keep_is_refused_by_its_place(
    catalogue: Catalogue, path: tuple[str | int, ...]
) -> None:
    small.imported()
    with pytest.raises(Unsound) as refusal:
        _import(catalogue)
    [finding] = refusal.value.findings
    assert finding.path == path
    assert live.catalogue() == small.catalogue()


def test_a_check_changes_nothing() -> None:
    check_import(catalogue=small.catalogue(), now=NOON)
    assert nothing_imported()
    assert not releases()


def test_recipients_leave_too() -> None:
    small.imported()
    catalogue = small.catalogue()
    _import(replace(catalogue, recipients=catalogue.recipients[:1]))
    assert not Recipient.objects.get(key="monteur").live


def test_what_waited_for_its_date_is_live_after_an_import_that_names_it() -> None:
    small.imported()
    item = Element.objects.get(key="w.verhuurder")
    Element.objects.filter(pk=item.pk).update(
        live=False, go_live_at=timezone.now() + timedelta(days=9)
    )
    _import(_with("w.verhuurder", question="Van wie huurt u dan?"))
    assert live.catalogue() == _with("w.verhuurder", question="Van wie huurt u dan?")
