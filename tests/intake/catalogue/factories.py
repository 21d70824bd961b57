"""Catalogues for tests: the starter catalogue, and a municipality that does not exist."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from intake import catalogue
from intake.catalogue import files
from intake.catalogue.models import Release
from intake.catalogue.municipality import Municipality
from intake.catalogue.publishing import publish
from intake.questionnaire.definition import Catalogue, Element

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
FOLDER = Path(catalogue.__file__).parent
STARTER_FILE = FOLDER / "starter.yaml"


@cache
def starter() -> Catalogue:
    """The project's own starter catalogue."""
    return files.read(STARTER_FILE)


@cache
def zeventerpen() -> Municipality:
    """The fictional municipality."""
    return files.read_municipality(FOLDER / "municipality.yaml")


def published(now: datetime = NOON) -> Release:
    """A release of the starter catalogue and Zeventerpen."""
    return publish(catalogue=starter(), municipality=zeventerpen(), now=now)


def relabelled(element_key: str, label: str) -> Catalogue:
    """The starter catalogue with another label for one element."""
    return replace(
        starter(),
        elements=tuple(_relabelled(each, element_key, label) for each in starter().elements),
    )


def _relabelled(element: Element, key: str, label: str) -> Element:
    return replace(element, label=label) if element.key == key else element
