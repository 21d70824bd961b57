"""The check page, and the button that submits."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from intake.actions.submit_intake import Incomplete, submit_intake
from intake.catalogue.queries import municipality_of
from intake.delivery.document import DocumentTooLarge
from intake.submissions.assurance import Assurance
from intake.wizard.access import Intake, with_intake
from intake.wizard.calling import call_of
from intake.wizard.checking import check_view, longest_answers
from intake.wizard.onwards import url_of
from intake.wizard.visitor import doorkeeper


@require_http_methods(["GET", "HEAD", "POST"])
@with_intake
def check_page(request: HttpRequest, intake: Intake) -> HttpResponse:
    """All answers, who gets which of them, and submitting."""
    if request.method == "POST":
        return _submit(request, intake)
    return render(request, "intake/check.html", _context(intake))


def _context(intake: Intake) -> dict[str, object]:
    may_submit = intake.visitor.level.covers(Assurance.SUBSTANTIAL)
    return {
        "intake_id": intake.id,
        "check": check_view(intake),
        "call": call_of(intake),
        "too_long": (),
        "step_up_url": "" if may_submit else doorkeeper().step_up_url(url_of("check", intake)),
        "tasks_url": url_of("tasks", intake),
        "papers_url": url_of("papers", intake),
        "receiver": municipality_of(intake.draft.release_id),
        "kept_until": intake.draft.expires_at,
    }


def _submit(request: HttpRequest, intake: Intake) -> HttpResponse:
    """Once, however often it is asked: every time leads to the same confirmation."""
    visitor = intake.visitor
    try:
        submit_intake(
            draft_id=intake.id,
            user_id=visitor.user_id,
            assurance=visitor.level,
            now=intake.now,
            language=get_language() or settings.LANGUAGE_CODE,
        )
    except Incomplete:
        messages.error(request, _("Some questions still want an answer. You see them below."))
        return redirect("intake:check", intake.id)
    except DocumentTooLarge:
        context = {**_context(intake), "too_long": longest_answers(intake)}
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return render(request, "intake/check.html", context, status=status)
    return redirect("intake:sent", intake.id)
