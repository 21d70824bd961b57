"""Reading receipts back, for the resident who owns them."""

from uuid import UUID

from intake.receipts.models import Receipt
from intake.vault.sealing import Opening, Place, open_sealed


class NotYetMade(Exception):
    """The receipt is being made; the confirmation page says the same meanwhile."""


def is_made(submission_id: UUID) -> bool:
    """Whether the PDF can be downloaded."""
    return Receipt.objects.filter(pk=submission_id).exists()


def open_receipt(submission_id: UUID, *, opening: Opening) -> bytes:
    """The PDF in clear. The caller has checked whose it is. Raises NotYetMade, Unsealable."""
    receipt = (
        Receipt.objects.select_related("submission__data_key").filter(pk=submission_id).first()
    )
    if receipt is None:
        raise NotYetMade(str(submission_id))
    return open_sealed(
        receipt.submission.data_key,
        sealed=bytes(receipt.pdf),
        place=place_of(submission_id),
        opening=opening,
    )


def place_of(submission_id: UUID) -> Place:
    """Where a receipt stands, for its seal."""
    return Place("receipts_receipt", "pdf", str(submission_id))
