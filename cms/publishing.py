"""What is published here, told to intake."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from cms.hours import counter_line
from cms.models import MunicipalityData
from intake.catalogue import publishing, queries
from intake.catalogue.municipality import Municipality
from intake.questionnaire.definition import Catalogue


@transaction.atomic
def publish_municipality(data: MunicipalityData, *, now: datetime) -> None:
    """Make a release of intake's catalogue with these data of the municipality.

    Without a name they are the empty row that Wagtail makes when somebody first opens
    the form: then there is nothing to publish. Before the first catalogue the release
    holds the municipality only. Not durable: it runs inside the editor's transaction.
    """
    if data.name:
        publishing.one_at_a_time()
        publishing.publish(
            catalogue=_current_catalogue(),
            municipality=_municipality(data),
            now=now,
            note=_("data of the municipality"),
        )


def _current_catalogue() -> Catalogue:
    try:
        return queries.catalogue_of(queries.current_release().id)
    except queries.NothingPublished:
        return Catalogue(elements=(), regimes=(), topics=(), recipients=())


def _municipality(data: MunicipalityData) -> Municipality:
    return Municipality(
        name=data.name,
        oin=settings.OIN,
        governing_body=data.governing_body,
        phone=data.phone,
        email=data.email,
        address=tuple(data.address.splitlines()),
        opening_hours=data.opening_hours,
        url=settings.BASE_URL,
        counter_hours=counter_line([day.value for day in data.hours]),
    )
