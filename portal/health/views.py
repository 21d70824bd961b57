"""Is the process alive, can it work, and where to report a weakness."""

import secrets
from datetime import date, timedelta
from http import HTTPStatus
from typing import Final

import structlog
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

JUNE: Final = 6

log = structlog.get_logger(__name__)


@never_cache
@require_safe
def live(_request: HttpRequest) -> HttpResponse:
    """200 while the process answers at all; restart it when it does not."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def ready(_request: HttpRequest) -> HttpResponse:
    """200 when database and cache answer, else 503: send no visitors here for now."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        token = secrets.token_hex(8)
        cache.set(f"health.{token}", token, timeout=10)
        if cache.get(f"health.{token}") != token:
            raise ConnectionError("the cache forgets")
    except Exception:
        log.exception("not_ready")
        return HttpResponse(
            "not ready", content_type="text/plain", status=HTTPStatus.SERVICE_UNAVAILABLE
        )
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def security_txt(_request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116), valid for some months: the same for half a year."""
    enough = timezone.now().date() + timedelta(days=90)
    ends = date(enough.year, 7, 1) if enough.month <= JUNE else date(enough.year + 1, 1, 1)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {ends.isoformat()}T00:00:00Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.BASE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
