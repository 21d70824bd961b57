"""Releases: immutable, consistent sets; a version is made only where something changed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from intake.catalogue.models import DefinitionVersion, Release, ReleaseEntry
from intake.catalogue.publishing import publish
from intake.catalogue.queries import (
    Difference,
    NothingPublished,
    catalogue_of,
    current_release,
    differences,
    municipality,
    municipality_of,
    questionnaire_of,
)
from intake.questionnaire.compose import compose
from tests.intake.catalogue.factories import NOON, published, relabelled, starter, zeventerpen

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=1)


def test_nothing_is_published_at_first() -> None:
    with pytest.raises(NothingPublished):
        current_release()


def test_what_was_published_is_read_back_exactly() -> None:
    release = published()
    assert current_release() == release
    assert catalogue_of(release.id) == starter()
    assert municipality() == zeventerpen()


def test_publishing_the_same_again_is_the_same_release() -> None:
    assert published() == published(now=LATER)
    assert Release.objects.count() == 1


def test_a_change_makes_one_version_and_leaves_the_old_release_alone() -> None:
    before = published()
    versions = DefinitionVersion.objects.count()
    after = publish(catalogue=relabelled("p.naam", "Uw naam"), now=LATER)
    assert (after.number, DefinitionVersion.objects.count()) == (2, versions + 1)
    assert catalogue_of(before.id) == starter()
    assert catalogue_of(after.id) == relabelled("p.naam", "Uw naam")
    assert differences(before, after) == [Difference("element", "p.naam", "changed")]
    newest = DefinitionVersion.objects.filter(key="p.naam").order_by("number").last()
    assert newest is not None
    assert newest.number == 2


def test_going_back_uses_the_old_version_again() -> None:
    first = published()
    publish(catalogue=relabelled("p.naam", "Uw naam"), now=LATER)
    third = publish(catalogue=starter(), now=LATER)
    assert third.number == 3
    assert DefinitionVersion.objects.filter(key="p.naam").count() == 2
    assert differences(first, third) == []


def test_another_order_is_another_release() -> None:
    published()
    turned = replace(starter(), topics=tuple(reversed(starter().topics)))
    release = publish(catalogue=turned, now=LATER)
    assert release.number == 2
    assert catalogue_of(release.id).topics == turned.topics


def test_the_municipality_stays_until_it_is_published_anew() -> None:
    before = published()
    moved = replace(zeventerpen(), phone="14 0456")
    after = publish(catalogue=starter(), municipality=moved, now=LATER)
    assert publish(catalogue=starter(), now=LATER) == after
    assert municipality() == moved
    assert municipality_of(before.id) == zeventerpen()


def test_additions_and_removals_are_told() -> None:
    before = publish(catalogue=replace(starter(), recipients=()), now=NOON)
    after = publish(catalogue=replace(starter(), regimes=()), now=LATER)
    told = {(each.kind, each.what) for each in differences(before, after)}
    assert told == {("recipient", "added"), ("regime", "removed")}


def test_a_questionnaire_is_composed_once_per_set_of_topics() -> None:
    release = published()
    topics = ["schuldhulp", "bijstandsuitkering"]
    questionnaire = questionnaire_of(release.id, topics)
    assert questionnaire == compose(starter(), topics)
    assert questionnaire_of(release.id, tuple(reversed(topics))) is questionnaire


def _version(**changes: object) -> dict[str, object]:
    columns = {"kind": "topic", "key": "t", "number": 1, "digest": "d", "body": {}}
    return columns | {"created_at": NOON} | changes


@pytest.mark.parametrize(
    "second",
    [
        {"digest": "e"},
        {"number": 2},
        {"key": "u", "number": 0},
        {"key": "u", "kind": "question"},
    ],
    ids=["number twice", "content twice", "number zero", "unknown kind"],
)
def test_the_database_refuses_a_nonsense_version(second: dict[str, object]) -> None:
    DefinitionVersion.objects.create(**_version())
    with pytest.raises(IntegrityError):
        DefinitionVersion.objects.create(**_version(**second))


def test_the_database_refuses_two_releases_with_one_number() -> None:
    Release.objects.create(number=1, created_at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.create(number=1, created_at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.create(number=0, created_at=NOON)


def test_the_database_refuses_a_version_or_a_position_twice_in_a_release() -> None:
    release = Release.objects.create(number=1, created_at=NOON)
    version = DefinitionVersion.objects.create(**_version())
    other = DefinitionVersion.objects.create(**_version(key="u"))
    ReleaseEntry.objects.create(release=release, version=version, position=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        ReleaseEntry.objects.create(release=release, version=version, position=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        ReleaseEntry.objects.create(release=release, version=other, position=0)
