"""Every page of an account can be shown, and shows its mistakes at their field."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.portal.accounts.factories import PASSWORD, code, resident, sign_in, staff

pytestmark = pytest.mark.django_db

FOR_EVERYBODY = ["account_login", "account_signup", "account_reset_password", "account_inactive"]
AFTERWARDS = [
    "account_email_verification_sent",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "socialaccount_login_cancelled",
    "digid_login",
]
OF_AN_ACCOUNT = [
    *("account_email", "account_change_password", "account_logout", "account_reauthenticate"),
    *("usersessions_list", "mfa_index", "account_step_up"),
]
OF_STAFF = [
    *("mfa_index", "mfa_reauthenticate", "mfa_deactivate_totp", "mfa_generate_recovery_codes"),
    *("mfa_view_recovery_codes", "usersessions_list", "account_change_password"),
]


@pytest.mark.parametrize("page", [*FOR_EVERYBODY, *AFTERWARDS])
def test_a_visitor_can_read_it(client: Client, page: str) -> None:
    assert "<h1" in client.get(reverse(page)).text


@pytest.mark.parametrize("page", OF_AN_ACCOUNT)
def test_a_resident_can_read_it(client: Client, page: str) -> None:
    sign_in(client, resident())
    text = client.get(reverse(page)).text
    assert "<h1" in text
    assert "data-session-warning" in text


@pytest.mark.parametrize("page", OF_STAFF)
def test_staff_can_read_it(client: Client, page: str) -> None:
    user = staff()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": code()})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("mfa_generate_recovery_codes"))
    assert "<h1" in client.get(reverse(page)).text


def test_a_mistake_stands_in_the_title_in_the_summary_and_at_the_field(client: Client) -> None:
    form = {"email": "geen adres", "password1": PASSWORD, "password2": "iets anders"}
    text = client.post(reverse("account_signup"), form).text
    assert "data-error-summary" in text
    assert 'href="#id_email"' in text
    assert 'id="id_email-error"' in text
    assert 'value="geen adres"' in text
    assert PASSWORD not in text


def test_the_simulator_is_named_where_digid_is_offered(client: Client) -> None:
    assert "simulator" in client.get(reverse("account_login")).text


@pytest.mark.parametrize(("field", "token"), [("login", "email"), ("password", "current-password")])
def test_browsers_can_fill_in_the_log_in(client: Client, field: str, token: str) -> None:
    text = client.get(reverse("account_login")).text
    start = text.index(f'name="{field}"')
    assert f'autocomplete="{token}"' in text[start : start + 300]
