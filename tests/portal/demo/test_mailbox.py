"""The demo's mailbox shows what was sent, as Django writes it into files."""

from pathlib import Path

import pytest
from django.core.mail import EmailMessage
from django.test import Client, override_settings

FILES = "django.core.mail.backends.filebased.EmailBackend"


@pytest.mark.django_db
def test_a_mail_that_was_sent_can_be_read(client: Client, tmp_path: Path) -> None:
    with override_settings(EMAIL_BACKEND=FILES, EMAIL_FILE_PATH=str(tmp_path)):
        EmailMessage("Er is nieuws", "Log in om het te lezen.", to=["iemand@post.example"]).send()
        page = client.get("/demo/mail/")
    assert page.status_code == 200
    assert "Log in om het te lezen." in page.content.decode()
