"""Publishing: a new release is the previous one with what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from intake.catalogue.models import DefinitionKind, DefinitionVersion, Release, ReleaseEntry
from intake.catalogue.municipality import Municipality, municipality_to_data
from intake.catalogue.queries import SECTIONS
from intake.questionnaire.codec import digest
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.plain import Data
from intake.questionnaire.records import write_record

MUNICIPALITY_KEY = "gemeente"


@dataclass(frozen=True, slots=True)
class _Definition:
    """One definition that is to be part of a release."""

    kind: str
    key: str
    digest: str
    body: Data

    @property
    def identity(self) -> tuple[str, str, str]:
        return self.kind, self.key, self.digest


def one_at_a_time() -> None:
    """Wait until whoever else is publishing has finished; inside the caller's transaction.

    For who reads what is live, judges it and then publishes: take this first, or the other
    one's change is missing from your release. The row is the first release, which stays;
    before there is any, `publish` refuses the second one by itself. SQLite knows one writer.
    """
    first = Release.objects.order_by("number").select_for_update(no_key=True)
    first.values_list("pk", flat=True).first()


@transaction.atomic
def publish(
    *,
    catalogue: Catalogue,
    municipality: Municipality | None = None,
    now: datetime,
    note: str = "",
) -> Release:
    """Publish a whole catalogue; the same release when nothing differs, order included.

    Without a municipality, the one of the previous release stays. Not durable: it may
    run inside the transaction of whoever publishes. Two at the same moment: the
    second one fails on the release's number (IntegrityError) and changes nothing.
    """
    previous = Release.objects.order_by("-number").first()
    before = _content_of(previous)
    wanted = [*_definitions(catalogue), *_municipality(municipality, before)]
    if previous and [each.identity for each in wanted] == [each.identity for each in before]:
        return previous
    number = previous.number + 1 if previous else 1
    release = Release.objects.create(number=number, note=note, created_at=now)
    versions = _stored(wanted, now=now)
    ReleaseEntry.objects.bulk_create(
        ReleaseEntry(release=release, version=versions[each.identity], position=position)
        for position, each in enumerate(wanted)
    )
    return release


def _definitions(catalogue: Catalogue) -> Iterator[_Definition]:
    """Every definition of a catalogue, in its order."""
    for kind, section in SECTIONS.items():
        for each in getattr(catalogue, section):
            body = write_record(each)
            yield _Definition(kind.value, each.key, digest(body), body)


def _municipality(
    municipality: Municipality | None, before: Sequence[_Definition]
) -> Sequence[_Definition]:
    kind = DefinitionKind.MUNICIPALITY.value
    if municipality is None:
        return [each for each in before if each.kind == kind]
    body: Data = municipality_to_data(municipality)
    return [_Definition(kind, MUNICIPALITY_KEY, digest(body), body)]


def _content_of(release: Release | None) -> Sequence[_Definition]:
    entries = ReleaseEntry.objects.filter(release=release).select_related("version")
    versions = [entry.version for entry in entries.order_by("position")]
    return [_Definition(each.kind, each.key, each.digest, each.body) for each in versions]


def _stored(
    wanted: Sequence[_Definition], *, now: datetime
) -> dict[tuple[str, str, str], DefinitionVersion]:
    """A version for each definition: the one that was ever published with this content, or new."""
    digests = [each.digest for each in wanted]
    found = DefinitionVersion.objects.filter(digest__in=digests)
    versions = {(each.kind, each.key, each.digest): each for each in found}
    numbers = _last_numbers()
    fresh = [
        DefinitionVersion(
            kind=each.kind,
            key=each.key,
            number=numbers.get((each.kind, each.key), 0) + 1,
            digest=each.digest,
            body=each.body,
            created_at=now,
        )
        for each in wanted
        if each.identity not in versions
    ]
    DefinitionVersion.objects.bulk_create(fresh)
    return versions | {(each.kind, each.key, each.digest): each for each in fresh}


def _last_numbers() -> dict[tuple[str, str], int]:
    rows = DefinitionVersion.objects.values("kind", "key").annotate(last=Max("number"))
    return {(row["kind"], row["key"]): row["last"] for row in rows}
