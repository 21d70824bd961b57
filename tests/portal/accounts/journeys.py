"""What a browser does at the portal's side of a DigiD log-in, whoever the issuer is."""

import html
import re
from http import HTTPStatus
from typing import Any

from django.test import Client
from django.urls import reverse


def leave_for_digid(client: Client, *, then: str = "") -> str:
    """Choose DigiD; the address the browser is forwarded to."""
    response = client.post(reverse("digid_login"), {"next": then})
    assert response.status_code == HTTPStatus.OK
    [address] = re.findall(r'content="0; url=([^"]+)"', response.content.decode())
    return html.unescape(address)


def come_back(client: Client, query: str) -> Any:
    """Arrive with the issuer's answer."""
    return client.get(f"{reverse('digid_callback')}?{query}")


def session_key(client: Client) -> str:
    """The key of the browser's session."""
    return str(client.session.session_key)
