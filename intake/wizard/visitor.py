"""Who is at the door. How somebody logged in is the portal's to know; it registers that here."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponseRedirect

from intake.submissions.assurance import Assurance


class Doorkeeper(Protocol):
    """What the wizard asks about the person behind a request; only of somebody logged in."""

    def level(self, request: HttpRequest) -> str:
        """The value of an Assurance: the level of this session."""

    def bsn(self, user_id: UUID, *, now: datetime) -> str:
        """The BSN of somebody who logged in at the substantial level."""

    def step_up_url(self, back_to: str) -> str:
        """Where the session gets a higher level; leads back to a path of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody who is logged in, and how sure this session is of that."""

    user_id: UUID
    level: Assurance


class _Door:
    """The one doorkeeper of this process."""

    keeper: Doorkeeper | None = None


def register(doorkeeper: Doorkeeper) -> None:
    """Put somebody at the door; called from `AppConfig.ready`."""
    _Door.keeper = doorkeeper


def doorkeeper() -> Doorkeeper:
    """Who was registered. Raises ImproperlyConfigured when nobody was."""
    if _Door.keeper is None:
        raise ImproperlyConfigured("nobody registered with intake.wizard.visitor")
    return _Door.keeper


def visitor_of(request: HttpRequest) -> Visitor:
    """Who is behind a request that is logged in."""
    level = Assurance(doorkeeper().level(request))
    return Visitor(user_id=UUID(str(request.user.pk)), level=level)


def to_step_up(request: HttpRequest) -> HttpResponseRedirect:
    """Ask for a higher level, and come back to the page itself (a posted form is lost)."""
    return HttpResponseRedirect(doorkeeper().step_up_url(request.get_full_path()))
