"""The demo's mailbox: mail that was "sent" into files, and staff's second-factor codes."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from portal.demo.accounts import Code, current_codes

SHOWN = 50
SEPARATOR = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True, kw_only=True)
class Message:
    """A mail as its reader would see it."""

    to: str
    subject: str
    sent: datetime
    lines: list[str]


@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """Show the newest mails first."""
    messages = sorted(_messages(), key=lambda message: message.sent, reverse=True)[:SHOWN]
    codes: list[Code] = current_codes()
    return render(request, "demo/mailbox.html", {"mails": messages, "codes": codes})


def _messages() -> Iterator[Message]:
    for path in Path(settings.EMAIL_FILE_PATH).glob("*.log"):
        for raw in path.read_bytes().split(SEPARATOR):
            if raw.strip():
                yield _read(raw.lstrip(b"\n"))


def _read(raw: bytes) -> Message:
    parsed = email.message_from_bytes(raw, policy=email.policy.default)
    body = parsed.get_body(("plain",))
    return Message(
        to=str(parsed["To"]),
        subject=str(parsed["Subject"]),
        sent=localtime(_aware(parsedate_to_datetime(str(parsed["Date"])))),
        lines=body.get_content().splitlines() if body else [],
    )


def _aware(moment: datetime) -> datetime:
    """A zone of "-0000" means UTC that says nothing about where (RFC 5322), and reads as none."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
