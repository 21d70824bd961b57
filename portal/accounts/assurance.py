"""How sure this session is of who somebody is, and pages that need more."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from intake.submissions.assurance import Assurance

Parameters = ParamSpec("Parameters")
View = Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]

NONE = "none"


def level(request: HttpRequest) -> str:
    """`none`, or the value of an Assurance: the strongest log-in of this session's user.

    Read from allauth's records of this session, which belong to one user and one
    browser; a DigiD log-in below "substantieel" never gets that far.
    """
    if not request.user.is_authenticated:
        return NONE
    records = get_authentication_records(request, request.user)
    if any(record.get("provider") == settings.DIGID_ISSUER for record in records):
        return Assurance.SUBSTANTIAL.value
    return Assurance.EMAIL.value


def covers(request: HttpRequest, needed: str) -> bool:
    """Whether this session may see what asks for that level."""
    have = level(request)
    return have != NONE and Assurance(have).covers(Assurance(needed))


def requires(needed: str) -> Callable[[View[Parameters]], View[Parameters]]:
    """A view for sessions of that level; others are asked to log in, or in a stronger way."""

    def decorate(view: View[Parameters]) -> View[Parameters]:
        @wraps(view)
        def guarded(
            request: HttpRequest, /, *args: Parameters.args, **kwargs: Parameters.kwargs
        ) -> HttpResponseBase:
            if covers(request, needed):
                return view(request, *args, **kwargs)
            return ask(request)

        return guarded

    return decorate


def ask(request: HttpRequest) -> HttpResponseRedirect:
    """To the log-in page, or to the step-up page when somebody is here already.

    A form that was posted cannot be posted again by a redirect, so the way back is the
    page itself.
    """
    page = "account_step_up" if request.user.is_authenticated else "account_login"
    return HttpResponseRedirect(f"{reverse(page)}?{urlencode({'next': request.get_full_path()})}")
