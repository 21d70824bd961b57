"""What Django tells us, each passed on in one call."""

import structlog
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from portal.accounts import sessions
from portal.accounts.models import User

log = structlog.get_logger(__name__)


@receiver(user_logged_in)
def start_session(request: HttpRequest, **_: object) -> None:
    """A log-in starts the absolute limit."""
    sessions.start(request.session, now=timezone.now())


@receiver(user_logged_in)
def log_in(user: User, **_: object) -> None:
    """Somebody is in."""
    log.info("logged_in", user_id=str(user.pk))


@receiver(user_logged_out)
def log_out(user: User | None, **_: object) -> None:
    """Somebody is out; nobody when the session had ended already."""
    log.info("logged_out", user_id=str(user.pk) if user else None)


@receiver(user_login_failed)
def refuse(**_: object) -> None:
    """An address and a password do not fit; neither is logged."""
    log.warning("log_in_refused")
