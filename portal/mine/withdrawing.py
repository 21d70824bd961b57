"""Taking a question back: first what that means, then the deed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from intake.actions.withdraw_case import withdraw_case
from intake.cases.lifecycle import TransitionRefused
from intake.cases.queries import CaseView
from intake.catalogue.queries import municipality
from intake.submissions.assurance import Assurance, AssuranceTooLow
from portal.accounts import assurance
from portal.accounts.assurance import requires
from portal.mine import shown
from portal.mine.own import own_case, user_id


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Assurance.EMAIL)
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask whether they are sure; a case that is finished or withdrawn shows itself instead."""
    try:
        found = own_case(request, reference)
    except AssuranceTooLow:
        return assurance.ask(request)
    if request.method == "POST":
        _withdraw(request, found)
    elif found.may_be_withdrawn:
        context = {"case": shown.one(found), "receiver": municipality()}
        return render(request, "mine/withdraw.html", context)
    return redirect("mine:case", found.reference)


def _withdraw(request: HttpRequest, case: CaseView) -> None:
    """Pressed twice, or too late, it changes nothing: the page of the case says how it stands."""
    try:
        withdraw_case(
            case_id=case.id,
            user_id=user_id(request),
            assurance=assurance.level(request),
            now=timezone.now(),
        )
    except TransitionRefused:
        return
    messages.success(request, _("You have withdrawn your question."))
