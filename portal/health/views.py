"""Is the process alive, can it work, and where to report a weakness."""

import secrets
from datetime import timedelta
from http import HTTPStatus

import structlog
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

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
    """Where to report a weakness (RFC 9116), valid for the half year to come."""
    expires = timezone.now().replace(microsecond=0) + timedelta(days=180)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires.strftime('%Y-%m-%dT%H:%M:%SZ')}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.BASE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
