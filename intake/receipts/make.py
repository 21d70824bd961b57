"""Makes the receipt of a submission: the relay's handler for the destination "receipt"."""

import hashlib
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string

from intake.cases.alarm import alarm, told_terms
from intake.cases.clocks import Term, amsterdam_date
from intake.cases.models import Case
from intake.catalogue import queries as catalogue
from intake.outbox.destinations import Outcome, Parcel
from intake.receipts import pdf
from intake.receipts.document import CaseFacts, ReceiptDocument, receipt_document
from intake.receipts.models import Receipt
from intake.receipts.queries import place_of
from intake.submissions.contents import frozen_answers
from intake.submissions.models import Submission
from intake.submissions.queries import submission_by_id
from intake.vault.sealing import Opening, seal

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
KIND = "receipt"


class ReceiptMaker:
    """Carries the destination "receipt"."""

    def deliver(self, parcel: Parcel, *, now: datetime) -> Outcome:
        """Make and keep the PDF, once: asked again, it leaves the first one as it is."""
        if not Receipt.objects.filter(pk=parcel.submission_id).exists():
            make_receipt(submission_by_id(parcel.submission_id), now=now)
        return Outcome.delivered()


def make_receipt(submission: Submission, *, now: datetime) -> None:
    """Render, seal and store the receipt; of two at the same time, one is kept."""
    written = pdf.write(receipt_html(submission, now=now))
    Receipt.objects.bulk_create(
        [
            Receipt(
                submission=submission,
                pdf=seal(submission.data_key, plaintext=written, place=place_of(submission.id)),
                sha256=hashlib.sha256(written).hexdigest(),
                made_at=now,
            )
        ],
        ignore_conflicts=True,
    )


def receipt_html(submission: Submission, *, now: datetime) -> str:
    """The receipt as one HTML document with nothing outside it. Raises Unsealable."""
    return render_to_string("receipts/receipt.html", {"receipt": _document(submission, now)})


def _document(submission: Submission, now: datetime) -> ReceiptDocument:
    opening = Opening(
        actor="system:receipts",
        purpose="ontvangstbevestiging",
        subject=f"submission:{submission.id}",
        at=now,
    )
    cases = Case.objects.filter(submission=submission).order_by("position")
    found = list(cases.prefetch_related("recipients"))
    return receipt_document(
        municipality=catalogue.municipality_of(submission.release_id),
        reference=submission.reference,
        received_at=submission.received_at.astimezone(AMSTERDAM),
        questionnaire=catalogue.questionnaire_of(
            submission.release_id, [case.topic for case in found]
        ),
        answers=frozen_answers(submission, opening=opening),
        cases=[_facts(case) for case in found],
    )


def _facts(case: Case) -> CaseFacts:
    terms = [Term(term["name"], date.fromisoformat(term["until"])) for term in case.terms]
    received = amsterdam_date(case.received_at)
    told = told_terms(terms, received=received, urgent=case.urgent)
    pressing = case.urgent and alarm(terms, received=received).term is not None
    return CaseFacts(
        topic=case.topic,
        reference=case.reference,
        urgent=case.urgent,
        pressing=pressing,
        terms=tuple((term.name, term.until) for term in told),
        recipients=tuple(row.recipient for row in case.recipients.all()),
        first_chosen=amsterdam_date(case.first_chosen_at),
    )
