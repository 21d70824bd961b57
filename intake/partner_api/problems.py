"""Refusals as problem+json (RFC 9457). They never repeat what was sent."""

from collections.abc import Mapping
from http import HTTPStatus

import structlog
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from intake.actions.record_partner_status import KeyReused
from intake.cases.history import CaseNotFound, ReasonMissing
from intake.cases.lifecycle import TransitionRefused
from intake.outbox.deliveries import UnknownDelivery, WrongDigest

log = structlog.get_logger(__name__)

CONTENT_TYPE = "application/problem+json"
NOT_FOUND = _("There is nothing here for you")
WRONG_METHOD = _("This method cannot be used here")
MALFORMED = _("The request is not what was agreed")
FAILED = _("Something went wrong on our side")

_ANSWERS: Mapping[type[Exception], tuple[HTTPStatus, Promise]] = {
    CaseNotFound: (HTTPStatus.NOT_FOUND, NOT_FOUND),
    UnknownDelivery: (HTTPStatus.NOT_FOUND, NOT_FOUND),
    AuthenticationError: (
        HTTPStatus.UNAUTHORIZED,
        _("The request is not signed with a key that we know"),
    ),
    ReasonMissing: (HTTPStatus.BAD_REQUEST, _("This status asks for a text for the resident")),
    WrongDigest: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("The sha256 is not that of the message we sent"),
    ),
    KeyReused: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("This Idempotency-Key was used for another status"),
    ),
    TransitionRefused: (HTTPStatus.CONFLICT, _("This status cannot follow the present one")),
}


def problem(status: HTTPStatus, title: Promise, **more: object) -> JsonResponse:
    """A response that says what was wrong."""
    body = {"type": "about:blank", "title": str(title), "status": status.value, **more}
    response = JsonResponse(body, status=status, content_type=CONTENT_TYPE)
    if status is HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = 'Signature realm="partner-api"'
    return response


def not_found(_request: HttpRequest, **_path: object) -> JsonResponse:
    """The one answer for what does not exist and what is not yours."""
    return problem(HTTPStatus.NOT_FOUND, NOT_FOUND)


def method_not_allowed(response: HttpResponseBase) -> JsonResponse:
    """The problem in place of a bare 405; it names the methods that may be used."""
    answer = problem(HTTPStatus.METHOD_NOT_ALLOWED, WRONG_METHOD)
    answer["Allow"] = response["Allow"]
    return answer


def register(api: NinjaAPI) -> None:
    """Answer every refusal of the rooms below with a problem."""
    for error in _ANSWERS:
        api.add_exception_handler(error, _refused)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(HttpError, _http_error)
    api.add_exception_handler(RequestDataTooBig, _too_big)
    api.add_exception_handler(Exception, _failed)


def _refused(_request: HttpRequest, error: Exception | type[Exception]) -> JsonResponse:
    status, title = _ANSWERS[error if isinstance(error, type) else type(error)]
    return problem(status, title)


def _invalid(_request: HttpRequest, error: ValidationError | type[ValidationError]) -> JsonResponse:
    """Which input is wrong in what way; never the input itself."""
    places = [
        {"name": ".".join(str(step) for step in one["loc"][1:]), "reason": one["type"]}
        for one in getattr(error, "errors", [])
    ]
    return problem(HTTPStatus.BAD_REQUEST, MALFORMED, invalid_params=places)


def _http_error(_request: HttpRequest, error: HttpError | type[HttpError]) -> JsonResponse:
    status = HTTPStatus(getattr(error, "status_code", HTTPStatus.BAD_REQUEST))
    return problem(status, MALFORMED)


def _too_big(_request: HttpRequest, _error: Exception | type[Exception]) -> JsonResponse:
    return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, MALFORMED)


def _failed(_request: HttpRequest, error: Exception | type[Exception]) -> JsonResponse:
    """Our own fault: the partner may try again. What went wrong is for the log, by its class."""
    kind = error if isinstance(error, type) else type(error)
    log.error("partner_api.failed", error=kind.__name__)
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, FAILED)
