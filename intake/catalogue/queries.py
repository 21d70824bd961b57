"""Reading what was published. A release never changes, so what it says is kept in memory."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from intake.catalogue.models import DefinitionKind, DefinitionVersion, Release, ReleaseEntry
from intake.catalogue.municipality import Municipality, municipality_from_data
from intake.questionnaire import codec
from intake.questionnaire.compose import compose
from intake.questionnaire.definition import Catalogue, Topic
from intake.questionnaire.questions import Questionnaire

SECTIONS = {
    DefinitionKind.ELEMENT: "elements",
    DefinitionKind.REGIME: "regimes",
    DefinitionKind.TOPIC: "topics",
    DefinitionKind.RECIPIENT: "recipients",
}
"""Where each kind stands in a catalogue's plain data."""


class NothingPublished(Exception):
    """No catalogue, or no municipality, was ever published."""


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """What a release did to one definition: "added", "changed" or "removed"."""

    kind: str
    key: str
    what: str


def current_release() -> Release:
    """The release that new intakes are pinned to. Raises NothingPublished."""
    release = latest_release()
    if release is None:
        raise NothingPublished("load a catalogue first: manage.py load_catalogue")
    return release


def latest_release() -> Release | None:
    """The same, None when nothing was ever published."""
    return Release.objects.order_by("-number").first()


def releases() -> Sequence[Release]:
    """Everything that was ever published, the newest first."""
    return [*Release.objects.order_by("-number")]


def municipality_known() -> bool:
    """Whether the municipality's own data was ever published."""
    return DefinitionVersion.objects.filter(kind=DefinitionKind.MUNICIPALITY).exists()


@lru_cache(maxsize=32)
def catalogue_of(release_id: UUID) -> Catalogue:
    """Everything a release can ask; from memory after the first time."""
    data: dict[str, object] = {"schema": codec.SCHEMA}
    versions = _versions_of(release_id)
    for kind, section in SECTIONS.items():
        data[section] = [version.body for version in versions if version.kind == kind]
    return codec.catalogue_from_data(data)


def questionnaire_of(release_id: UUID, topic_keys: Collection[str]) -> Questionnaire:
    """What some topics of a release ask together; from memory after the first time.

    Raises UnknownTopic.
    """
    return _composed(release_id, frozenset(topic_keys))


def topic_of(release_id: UUID, key: str) -> Topic:
    """One topic of a release. Raises UnknownTopic."""
    [topic] = questionnaire_of(release_id, [key]).topics
    return topic


@lru_cache(maxsize=32)
def municipality_of(release_id: UUID) -> Municipality:
    """The municipality as it was in a release. Raises NothingPublished."""
    for version in _versions_of(release_id):
        if version.kind == DefinitionKind.MUNICIPALITY:
            return municipality_from_data(version.body)
    raise NothingPublished("the municipality's own data was never published")


def municipality() -> Municipality:
    """The municipality as it is now. Raises NothingPublished."""
    return municipality_of(current_release().id)


def differences(before: Release | None, after: Release) -> Sequence[Difference]:
    """What was added, changed or removed between two releases, by kind and key."""
    old = _digests(before) if before else {}
    new = _digests(after)
    found = [Difference(*place, "added") for place in new.keys() - old.keys()]
    found += [Difference(*place, "removed") for place in old.keys() - new.keys()]
    found += [
        Difference(*place, "changed")
        for place in new.keys() & old.keys()
        if new[place] != old[place]
    ]
    return sorted(found)


@lru_cache(maxsize=256)
def _composed(release_id: UUID, topic_keys: frozenset[str]) -> Questionnaire:
    return compose(catalogue_of(release_id), topic_keys)


def _versions_of(release_id: UUID) -> Sequence[DefinitionVersion]:
    """The versions of a release in its own order."""
    entries = ReleaseEntry.objects.filter(release_id=release_id).order_by("position")
    return [entry.version for entry in entries.select_related("version")]


def _digests(release: Release) -> dict[tuple[str, str], str]:
    rows = release.versions.values_list("kind", "key", "digest")
    return {(kind, key): digest for kind, key, digest in rows}
