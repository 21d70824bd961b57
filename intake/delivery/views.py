"""What partners need to verify our messages, without log-in."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from intake.delivery.signing import public_jwks


@require_safe
def jwks(_request: HttpRequest) -> JsonResponse:
    """Our public signing keys (RFC 7517)."""
    response = JsonResponse(public_jwks(), content_type="application/jwk-set+json")
    response["Cache-Control"] = "public, max-age=300"
    return response
