"""What an editor keeps says exactly what the catalogue's file says."""

import pytest

from cms.catalogue import live
from cms.catalogue.importing import import_catalogue
from cms.catalogue.models import Element, TopicIntake
from intake.catalogue.models import Release
from intake.catalogue.queries import catalogue_of
from tests.intakes import NOON, starter

pytestmark = pytest.mark.django_db


def test_the_starter_catalogue_comes_back_as_it_was() -> None:
    catalogue, municipality = starter()
    import_catalogue(catalogue=catalogue, municipality=municipality, now=NOON, note="starter")
    assert live.catalogue() == catalogue
    assert catalogue_of(Release.objects.get().id) == catalogue
    assert Element.objects.filter(live=True).count() == 36 + 80
    assert TopicIntake.objects.filter(live=True).count() == 15
    import_catalogue(catalogue=catalogue, now=NOON)
    assert Release.objects.count() == 1
