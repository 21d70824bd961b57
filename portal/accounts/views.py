"""Log-in, step-up, and staying logged in."""

import re
from http import HTTPStatus
from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView
from allauth.mfa.totp.views import ActivateTOTPView
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from intake.submissions.assurance import Assurance
from portal.accounts import assurance, second_factor
from portal.accounts.digid.provider import configured_app

INTAKE = re.compile(r"(/[a-z]{2})?/intake/[0-9a-f-]{36}/.*")
"""A page of an intake that somebody was in."""


class DoorView(LoginView):
    """allauth's log-in with DigiD beside it, and with the right status when it is too much."""

    def get_context_data(self, **kwargs: object) -> dict[str, Any]:
        """The ways in, and whether this interrupts an intake."""
        onwards = get_next_redirect_url(self.request) or ""
        return {
            **super().get_context_data(**kwargs),
            **_digid(),
            "interrupted": INTAKE.fullmatch(onwards) is not None,
        }

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        """allauth answers 200 also when it refuses to try at all."""
        response: HttpResponse = super().form_invalid(form)
        if form.has_error(NON_FIELD_ERRORS, code="too_many_login_attempts"):
            response.status_code = HTTPStatus.TOO_MANY_REQUESTS
        return response


login = DoorView.as_view()


class EnrolView(ActivateTOTPView):
    """allauth's enrolment, after which the second factor need not be shown again."""

    def form_valid(self, form: BaseForm) -> HttpResponse:
        """Enrolled: this session has shown the factor."""
        response: HttpResponse = super().form_valid(form)
        second_factor.accept_enrolment(self.request)
        return response


enrol = EnrolView.as_view()


@never_cache
@login_required
@require_safe
def step_up(request: HttpRequest) -> HttpResponse:
    """Explain why the next page needs DigiD, and lead there; no more when it is there already."""
    target = get_next_redirect_url(request) or resolve_url(settings.LOGIN_REDIRECT_URL)
    if assurance.covers(request, Assurance.SUBSTANTIAL):
        return HttpResponseRedirect(target)
    return render(request, "accounts/step_up.html", {"next": target, **_digid()})


@require_POST
def extend_session(request: HttpRequest) -> HttpResponse:
    """Being asked is enough: every request moves the idle limit. 403 when it is too late."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def _digid() -> dict[str, bool]:
    return {"digid": configured_app() is not None, "simulator": settings.DIGID_SIMULATOR}
