"""The mail about an intake: the relay's handler for the destination "mail".

It says that there is news and where to log in. What it is about stands nowhere in
it: who shares a mailbox, or looks over a shoulder, learns nothing.
"""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from intake.catalogue import queries as catalogue
from intake.outbox.destinations import Outcome, Parcel
from intake.questionnaire.answers import AnswerKey
from intake.submissions.contents import frozen_answers
from intake.submissions.models import Submission
from intake.submissions.queries import submission_by_id
from intake.vault.sealing import Opening

KIND = "mail"
HOME = "mine:home"
"""The name of its address, which the portal serves."""
ADDRESS = (AnswerKey.of("p.contact"), "email")


class Mailer:
    """Carries the destination "mail"."""

    def deliver(self, parcel: Parcel, *, now: datetime) -> Outcome:
        """Send it; no address is no failure, the news stands in Mijn omgeving.

        A worker that dies after sending sends it again: the same Message-ID then lets
        the mailbox see that it is the same mail.
        """
        submission = submission_by_id(parcel.submission_id)
        address = _address(submission, now=now)
        if address:
            with translation.override(submission.language):
                _message(submission, address, message_id=f"<{parcel.id}@{_host()}>").send()
        return Outcome.delivered()


def _message(submission: Submission, address: str, *, message_id: str) -> EmailMessage:
    municipality = catalogue.municipality_of(submission.release_id)
    body = render_to_string(
        "notifications/news.txt",
        {"municipality": municipality, "address": _home()},
    )
    return EmailMessage(
        subject=_("There is news from %(name)s") % {"name": municipality.name},
        body=body,
        to=[address],
        headers={"Message-ID": message_id, "Auto-Submitted": "auto-generated"},
    )


def _address(submission: Submission, *, now: datetime) -> str:
    """The address the resident gave in this intake, empty when none."""
    opening = Opening(
        actor="system:notifications",
        purpose="e-mailadres",
        subject=f"submission:{submission.id}",
        at=now,
    )
    key, part = ADDRESS
    answer = frozen_answers(submission, opening=opening).get(key)
    value = answer.value(part) if answer else None
    return value if isinstance(value, str) else ""


def _home() -> str:
    """Mijn omgeving, in the language of the mail."""
    return f"{settings.BASE_URL}{reverse(HOME)}"


def _host() -> str:
    return str(settings.BASE_URL).split("://", 1)[-1].split(":", 1)[0].split("/", 1)[0]
