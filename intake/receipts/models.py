"""The receipt of a submission, sealed."""

from django.db import models
from django.db.models import Q

from intake.submissions.models import Submission


class Receipt(models.Model):
    """The PDF as it was made, once; `sha256` is of the PDF in clear, in hex."""

    submission = models.OneToOneField(
        Submission, on_delete=models.PROTECT, primary_key=True, related_name="receipt"
    )
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="receipts_receipt_sha256"
            ),
        ]

    def __str__(self) -> str:
        return str(self.submission_id)
