"""Logging in keeps the language: there and back at DigiD, stepping up, and links in mail."""

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.portal.accounts.factories import PASSWORD, link_in_mail, resident, sign_in
from tests.portal.accounts.issuer import Issuer
from tests.portal.accounts.journeys import come_back, leave_for_digid

pytestmark = pytest.mark.django_db

LANGUAGES = ["en", "ar", "uk"]
EMAIL = "iemand@post.example"


def language_of(client: Client, address: str) -> str:
    """The language that a page says it is in."""
    response = client.get(address, follow=True)
    assert response.status_code == 200, address
    [root] = BeautifulSoup(response.text, "html.parser").select("html")
    return str(root["lang"])


def in_language(language: str, name: str) -> str:
    with override(language):
        return reverse(name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_digid_leads_back_to_the_language_somebody_left_in(
    client: Client, issuer: Issuer, language: str
) -> None:
    with override(language):
        query = issuer.log_in(leave_for_digid(client))

    assert come_back(client, query)["Location"] == in_language(language, "mine:home")


def test_the_next_log_in_has_its_own_language(client: Client, issuer: Issuer) -> None:
    with override("ar"):
        come_back(client, issuer.log_in(leave_for_digid(client)))
    client.post(reverse("account_logout"))

    assert come_back(client, issuer.log_in(leave_for_digid(client)))["Location"] == "/mijn/"


def test_stopping_at_digid_leads_back_to_the_language(client: Client, issuer: Issuer) -> None:
    with override("uk"):
        [state] = parse_qs(urlsplit(leave_for_digid(client)).query)["state"]

    response = come_back(client, f"error=access_denied&state={state}&iss={issuer.address}")

    assert response["Location"] == in_language("uk", "socialaccount_login_cancelled")
    assert language_of(client, response["Location"]) == "uk"


def test_a_log_in_that_is_refused_says_so_in_the_language(client: Client, issuer: Issuer) -> None:
    issuer.token = {"nonce": "another"}
    with override("en"):
        query = issuer.log_in(leave_for_digid(client))

    refused = come_back(client, query)

    assert refused.status_code == 401
    assert '<html lang="en"' in " ".join(refused.text.split())


def test_stepping_up_leads_back_to_the_same_page_in_the_language(
    client: Client, issuer: Issuer
) -> None:
    sign_in(client, resident())
    page = client.get(in_language("en", "account_step_up"), {"next": "/en/intake/x/"})
    assert f'action="{in_language("en", "digid_login")}"' in page.text

    with override("en"):
        query = issuer.log_in(leave_for_digid(client, then=page.context["next"]))

    assert come_back(client, query)["Location"] == "/en/intake/x/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mailed_link_opens_in_the_language_it_was_asked_in(client: Client, language: str) -> None:
    passwords = {"password1": PASSWORD, "password2": PASSWORD}
    client.post(in_language(language, "account_signup"), {"email": EMAIL, **passwords})
    confirm = link_in_mail()
    client.post(in_language(language, "account_reset_password"), {"email": EMAIL})
    reset = link_in_mail()

    assert confirm.startswith(f"/{language}/account/confirm-email/")
    assert reset.startswith(f"/{language}/account/password/reset/key/")
    assert language_of(Client(), confirm) == language
    assert language_of(Client(), reset) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_needs_a_log_in_asks_for_it_in_its_language(
    client: Client, language: str
) -> None:
    home = in_language(language, "mine:home")

    response = client.get(home)

    there = urlsplit(response["Location"])
    assert (there.path, parse_qs(there.query)["next"]) == (
        in_language(language, "account_login"),
        [home],
    )
    assert language_of(client, response["Location"]) == language
