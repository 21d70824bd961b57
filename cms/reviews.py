"""Pages that somebody should read again, and the mail that says so."""

from collections.abc import Iterable
from datetime import date, datetime
from smtplib import SMTPException
from typing import Any, Final

import structlog
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page, get_page_models

from cms.models import ReviewReminder
from cms.models.base import BasePage

EDITORS: Final = "Redacteuren"

log = structlog.get_logger(__name__)


def due(today: date) -> list[Page]:
    """Live pages whose day has come, the longest waiting first; each has `review_on`."""
    kinds = [model for model in get_page_models() if issubclass(model, BasePage)]
    pages = [
        page
        for kind in kinds
        for page in kind.objects.live()
        .filter(review_on__lte=today, alias_of=None)
        .defer_streamfields()
    ]
    return sorted(pages, key=lambda page: (page.review_on, page.pk))


def remind(*, now: datetime) -> int:
    """Mail about every page that is due and was not mailed about; how many pages.

    One mail for each person, with the titles left out: it says that there is something to
    read and where. It goes to a page's owner while that is an active colleague, else to
    every editor. A page of which nobody could be mailed is tried again the next time.
    """
    waiting = [page for page in due(timezone.localdate(now)) if not _reminded(page)]
    readers = {page: {*_addresses(page)} for page in waiting}
    reached = {address for address in sorted(set().union(*readers.values())) if _mail(address)}
    reminded = [page for page in waiting if readers[page] & reached]
    for page in reminded:
        ReviewReminder.objects.create(page=page, review_on=page.review_on, sent_at=now)
    return len(reminded)


def _reminded(page: Page) -> bool:
    return ReviewReminder.objects.filter(page=page, review_on=page.review_on).exists()


def _addresses(page: Page) -> Iterable[str]:
    people: Any = get_user_model()._default_manager.filter(is_active=True, is_staff=True)
    owner = people.filter(pk=page.owner_id).exclude(email="")
    readers = owner if owner.exists() else people.filter(Q(groups__name=EDITORS)).exclude(email="")
    return {str(address) for address in readers.values_list("email", flat=True)}


def _mail(address: str) -> bool:
    """Whether the mail went out; one that does not keeps nobody else from theirs."""
    try:
        _send(address)
    except (OSError, SMTPException) as error:
        log.warning("review.not_mailed", error=type(error).__name__)
        return False
    return True


def _send(address: str) -> None:
    with override(settings.LANGUAGE_CODE):
        path = reverse("cms_reviews")
        send_mail(
            subject=_("There are pages to read again"),
            message=_(
                "Somebody should read again whether pages of the site are still true.\n\n"
                "You find them here, after you log in:\n%(url)s\n"
            )
            % {"url": f"{settings.BASE_URL}{path}"},
            from_email=None,
            recipient_list=[address],
        )
