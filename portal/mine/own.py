"""What belongs to whoever asks, and to nobody else."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone

from intake.cases.queries import CaseView, case_by_reference
from portal.accounts import assurance


def user_id(request: HttpRequest) -> UUID:
    """Who is signed in."""
    return UUID(str(request.user.pk))


def own_case(request: HttpRequest, reference: str) -> CaseView:
    """The resident's own case. Raises Http404 (foreign and unknown alike), AssuranceTooLow."""
    found = case_by_reference(
        user_id=user_id(request),
        reference=reference,
        assurance=assurance.level(request),
        now=timezone.now(),
    )
    if found is None:
        raise Http404
    return found
