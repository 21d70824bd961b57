"""The municipality's data reach intake's catalogue when an editor saves them."""

import pytest
from django.core import serializers

from cms.models import MunicipalityData
from intake.catalogue import queries
from tests.cms.factories import municipality_data, publish_catalogue


def test_saving_publishes_the_municipality(db: None) -> None:
    publish_catalogue()
    municipality_data()
    published = queries.municipality()
    assert published.name == "Gemeente Hoogterp"
    assert published.governing_body == "college van Hoogterp"
    assert published.address == ("Terp 1", "0999 ZT Hoogterp")


def test_the_topics_stay_as_they_were(db: None) -> None:
    publish_catalogue()
    before = queries.catalogue_of(queries.current_release().id)
    municipality_data()
    assert queries.catalogue_of(queries.current_release().id) == before


def test_an_older_release_keeps_what_it_said(db: None) -> None:
    data = municipality_data()
    release = queries.current_release()
    data.phone = "14 0111"
    data.save()
    assert queries.municipality().phone == "14 0111"
    assert queries.municipality_of(release.id).phone == "14 0999"


def test_saving_without_a_change_makes_no_release(db: None) -> None:
    data = municipality_data()
    release = queries.current_release()
    data.save()
    assert queries.current_release() == release


def test_a_municipality_may_be_there_before_the_catalogue(db: None) -> None:
    municipality_data()
    publish_catalogue()
    assert queries.municipality().name == "Gemeente Hoogterp"
    assert queries.catalogue_of(queries.current_release().id).topics


def test_the_empty_row_of_a_first_visit_is_not_published(db: None) -> None:
    MunicipalityData.load()
    with pytest.raises(queries.NothingPublished):
        queries.current_release()


def test_loading_a_fixture_publishes_nothing(db: None) -> None:
    row = serializers.serialize("json", [MunicipalityData(pk=1, name="Gemeente Elders")])
    for each in serializers.deserialize("json", row):
        each.save()
    with pytest.raises(queries.NothingPublished):
        queries.current_release()
