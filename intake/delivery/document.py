"""The document a partner receives: what it may know of one case, as JSON.

The shape is public (`schemas/zaak-doorgestuurd.v1.json`); its words are Dutch,
like the catalogue they come from.
"""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from intake.catalogue.municipality import Municipality
from intake.questionnaire.codes import About
from intake.questionnaire.definition import Recipient
from intake.questionnaire.projection import ProjectedAnswer

SCHEMA = "zaak-doorgestuurd.v1"
SCHEMA_FILE = Path(__file__).parent / "schemas" / f"{SCHEMA}.json"
EVENT_TYPE = "nl.voordeur.zaak.doorgestuurd.v1"
UPL = "http://standaarden.overheid.nl/owms/terms/"
LARGEST = 140_000
"""Bytes of a document: sealed (base64 twice over) it stays under 256 kB."""

PEOPLE = {
    About.SELF: "inwoner",
    About.CHILD: "kind",
    About.SELF_AS_CARER: "mantelzorger",
}


class DocumentTooLarge(Exception):
    """More than fits in a message; larger content must travel as attachments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """The case itself. `terms`: by name the Amsterdam date at the latest.

    `language`: in which the resident read the questions, and may have written.
    """

    id: uuid.UUID
    reference: str
    topic: str
    kind: str
    law: str
    upl: str
    received_at: datetime
    urgent: bool
    terms: Sequence[tuple[str, date]]
    language: str = "nl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filer:
    """In which role somebody filed, and at which level of log-in."""

    role: str
    assurance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that travels beside the message."""

    id: uuid.UUID
    name: str = field(repr=False)
    media_type: str
    size: int
    sha256: str


def case_document(
    *,
    municipality: Municipality,
    case: CaseFacts,
    recipient: Recipient,
    filer: Filer,
    answers: Sequence[ProjectedAnswer],
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """The document in UTF-8. `answers` are already projected for this recipient.

    Raises DocumentTooLarge.
    """
    document = {
        "schema": SCHEMA,
        "gemeente": {"naam": municipality.name, "oin": municipality.oin},
        "zaak": _case(case),
        "ontvanger": {"sleutel": recipient.key, "rol": recipient.role.value},
        "indiener": {"rol": filer.role, "betrouwbaarheid": filer.assurance},
        "antwoorden": [_answer(answer) for answer in answers],
        "bijlagen": [_attachment(attachment) for attachment in attachments],
    }
    encoded = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    if len(encoded) > LARGEST:
        raise DocumentTooLarge(f"{len(encoded)} bytes")
    return encoded


def _case(case: CaseFacts) -> dict[str, Any]:
    return {
        "id": str(case.id),
        "kenmerk": case.reference,
        "onderwerp": case.topic,
        "soort": case.kind,
        "grondslag": case.law,
        "upl": UPL + case.upl if case.upl else None,
        "ontvangen": case.received_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "spoed": case.urgent,
        "taal": case.language,
        "termijnen": [{"naam": name, "uiterlijk": until.isoformat()} for name, until in case.terms],
    }


def _answer(answer: ProjectedAnswer) -> dict[str, Any]:
    return {
        "element": answer.element,
        "vraag": answer.label,
        "waarde": answer.value,
        "weergave": answer.display,
        "betrokkene": PEOPLE[answer.about],
        "bron": answer.source,
        "peildatum": answer.as_of.isoformat(),
    }


def _attachment(attachment: Attachment) -> dict[str, Any]:
    return {
        "id": str(attachment.id),
        "naam": attachment.name,
        "mediatype": attachment.media_type,
        "grootte": attachment.size,
        "sha256": attachment.sha256,
    }
