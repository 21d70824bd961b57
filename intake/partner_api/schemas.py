"""What partners send and get. Names are Dutch, as in the contract."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema


class ReceiptIn(Schema):
    """Eén ontvangstbevestiging."""

    id: Annotated[UUID, Field(description="De ce-id van het bericht.")]
    sha256: Annotated[
        str,
        Field(
            pattern="^[0-9a-fA-F]{64}$",
            description="SHA-256 van de ontvangen body, in hexadecimalen.",
        ),
    ]
    uw_kenmerk: Annotated[
        str,
        Field(
            max_length=100,
            pattern=r"^[^\u0000-\u001f\u007f-\u009f]*$",
            description="Hoe u het bericht zelf noemt, op één regel.",
        ),
    ] = ""


class ReceiptsOut(Schema):
    """Wat er met de ontvangstbevestigingen gebeurde."""

    nieuw: Annotated[int, Field(description="Hoeveel er nog niet bevestigd waren.")]


class PartnerStatus(StrEnum):
    """Wat een partner over een zaak kan zeggen."""

    ACCEPTED = "aanvaard"
    RETURNED = "geretourneerd"
    QUESTION = "vraag"
    IN_PROGRESS = "in-behandeling"
    DONE = "afgerond"


class StatusIn(Schema):
    """Hoe ver u bent met een zaak."""

    status: PartnerStatus
    tekst: Annotated[
        str, Field(max_length=2000, description="De inwoner leest dit. Verplicht bij vraag.")
    ] = ""
    reden: Annotated[
        str,
        Field(max_length=2000, description="Verplicht bij geretourneerd; de inwoner leest dit."),
    ] = ""

    @property
    def for_resident(self) -> str:
        """What the resident reads; nothing as long as what this status asks for is missing."""
        asked = {PartnerStatus.RETURNED: self.reden, PartnerStatus.QUESTION: self.tekst}
        if not asked.get(self.status, "-").strip():
            return ""
        return "\n\n".join(text for text in (self.reden.strip(), self.tekst.strip()) if text)


class StatusOut(Schema):
    """De vastgelegde status."""

    id: UUID
    zaak: UUID
    status: PartnerStatus
    tijdstip: datetime


class MessageOut(Schema):
    """Eén verzegeld bericht. Zonder inhoud als het is ingetrokken, of al lang is aangekomen."""

    volgnummer: int
    id: UUID
    type: str
    zaak: UUID | None
    tijdstip: datetime
    sha256: str
    inhoud: Annotated[str | None, Field(description="De JWE, zoals die ook gepost wordt.")]


class MessagesOut(Schema):
    """Berichten op volgorde, zonder gaten."""

    berichten: list[MessageOut]
    laatste: Annotated[int, Field(description="Vraag hierna met na=<dit getal>.")]


class InvalidInput(Schema):
    """Wat er niet klopt, en waar."""

    name: str
    reason: str


class Problem(Schema):
    """Waarom het niet kon (RFC 9457, application/problem+json)."""

    type: str
    title: str
    status: int
    invalid_params: list[InvalidInput] = []
