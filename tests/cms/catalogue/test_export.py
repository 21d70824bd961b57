"""Publish, export, import into an empty site: the same intake, whatever is chosen."""

import random

import pytest

from cms.catalogue import live
from cms.catalogue.importing import import_catalogue
from cms.catalogue.models import Element, Recipient, Regime, TopicIntake
from intake.catalogue import files
from intake.questionnaire.compose import compose
from tests.intakes import NOON, starter

pytestmark = pytest.mark.django_db
SETS = 200


def test_two_sites_with_one_file_ask_the_same() -> None:
    catalogue, municipality = starter()
    import_catalogue(catalogue=catalogue, municipality=municipality, now=NOON)
    text = files.write(live.catalogue())
    for kind in (Recipient, Element, TopicIntake, Regime):
        kind.objects.all()._raw_delete("default")
    read = files.parsed(text.encode(), name="export").catalogue()
    assert files.write(read) == text
    import_catalogue(catalogue=read, now=NOON)
    other = live.catalogue()
    assert files.write(other) == text
    keys = [topic.key for topic in catalogue.topics]
    chance = random.Random(20261122)
    for _turn in range(SETS):
        chosen = chance.sample(keys, chance.randint(1, len(keys)))
        assert compose(other, chosen) == compose(catalogue, chosen)
