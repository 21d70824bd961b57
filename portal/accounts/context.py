"""What every template may know about the session."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from intake.submissions.assurance import Assurance
from portal.accounts import assurance, sessions
from portal.accounts.middleware import signed_in
from portal.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class SessionView:
    """`assurance`: none, email or substantieel. `label`: who is logged in where we know that
    (`by_name`), else with what: DigiD tells no names.
    """

    assurance: str
    label: str = ""
    by_name: bool = False
    seconds_left: int = 0
    extend_url: str = ""


def session(request: HttpRequest) -> dict[str, Any]:
    """`session` in every template; the database is asked only when a template uses it."""
    return {"session": SimpleLazyObject(lambda: view_of(request))}


def view_of(request: HttpRequest) -> SessionView:
    """The session as a page shows it."""
    if not signed_in(request):
        return SessionView(assurance=assurance.NONE)
    level = assurance.level(request)
    user: User = request.user  # type: ignore[assignment]  # signed in, and there is one model
    return SessionView(
        assurance=level,
        label=user.get_full_name() or (_("DigiD") if level == Assurance.SUBSTANTIAL else ""),
        by_name=bool(user.get_full_name()),
        seconds_left=sessions.seconds_left(request.session, now=timezone.now()),
        extend_url=reverse("account_extend_session"),
    )
