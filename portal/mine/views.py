"""The pages of Mijn omgeving. A foreign and an unknown reference give the same 404."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intake.cases.queries import CaseView, cases_of
from intake.catalogue.queries import municipality, topic_of
from intake.receipts.queries import NotYetMade, is_made, open_receipt
from intake.submissions.assurance import Assurance, AssuranceTooLow
from intake.submissions.queries import drafts_of
from intake.vault.sealing import Opening
from intake.wizard.calling import line_of
from intake.wizard.papers import papers_of
from portal.accounts import assurance
from portal.accounts.assurance import requires
from portal.mine import shown
from portal.mine.own import own_case, user_id
from portal.mine.seen import looks


@require_safe
@requires(Assurance.EMAIL)
def home(request: HttpRequest) -> HttpResponse:
    """Drafts to go on with, and every case with where it is."""
    user, level = user_id(request), assurance.level(request)
    cases = cases_of(user_id=user, assurance=level)
    drafts = drafts_of(user_id=user, assurance=level, now=timezone.now())
    context = {"drafts": drafts, "submissions": shown.submissions(cases), **_telephone(cases)}
    return render(request, "mine/home.html", context)


def _telephone(cases: Sequence[CaseView]) -> dict[str, object]:
    """Whom to call, and whether somebody answers; who sent nothing needs neither."""
    if not cases:
        return {}
    receiver = municipality()
    return {"receiver": receiver, "line": line_of(receiver, now=timezone.now())}


@require_safe
@requires(Assurance.EMAIL)
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """One case: its steps per recipient, its terms, and what everybody said."""
    try:
        found = own_case(request, reference)
    except AssuranceTooLow:
        return assurance.ask(request)
    topic, receiver = topic_of(found.release_id, found.topic), municipality()
    context = {
        "case": shown.one(found),
        "reference": found.submission_reference,
        "first_day_counts": topic.first_day_counts,
        "papers": papers_of([topic]),
        "receiver": receiver,
        "line": line_of(receiver, now=timezone.now()),
        "receipt_made": is_made(found.submission_id),
        "receipt_url": reverse("mine:receipt", args=[found.reference]),
    }
    return render(request, "mine/case.html", context)


@require_safe
@requires(Assurance.EMAIL)
def seen(request: HttpRequest, reference: str) -> HttpResponse:
    """Who has seen what belongs to one case, and why (AVG art. 15)."""
    try:
        found = own_case(request, reference)
    except AssuranceTooLow:
        return assurance.ask(request)
    language = get_language() or settings.LANGUAGE_CODE
    every = looks(found, owner=f"user:{user_id(request)}", language=language)
    context = {
        "case": found,
        "others": [look for look in every if not look.own],
        "own": [look for look in every if look.own],
        "receiver": municipality(),
    }
    return render(request, "mine/seen.html", context)


@require_safe
@requires(Assurance.EMAIL)
def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """The receipt of the intake that this case is part of, as a file to keep."""
    try:
        found = _of_submission(request, reference) or own_case(request, reference)
    except AssuranceTooLow:
        return assurance.ask(request)
    opening = Opening(
        actor=f"user:{user_id(request)}",
        purpose="own receipt",
        subject=f"submission:{found.submission_id}",
        at=timezone.now(),
    )
    try:
        content = open_receipt(found.submission_id, opening=opening)
    except NotYetMade:
        return render(request, "mine/receipt_soon.html", {"reference": reference}, status=503)
    name = _("Receipt") + f" {found.submission_reference}.pdf"
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _of_submission(request: HttpRequest, reference: str) -> CaseView | None:
    """The first case of the resident's own intake with that reference."""
    mine = cases_of(user_id=user_id(request), assurance=assurance.level(request))
    return next((case for case in mine if case.submission_reference == reference), None)
