"""Accounts with an e-mail address: nothing tells strangers who has one."""

import re
from http import HTTPStatus
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from tests.portal.accounts.factories import (
    PASSWORD,
    digid_resident,
    link_in_mail,
    resident,
    sign_in,
)

pytestmark = pytest.mark.django_db

KNOWN, UNKNOWN = "bekend@post.example", "onbekend@post.example"


def test_signing_up_needs_the_mailbox(client: Client) -> None:
    sign_up(client, UNKNOWN)
    assert "_auth_user_id" not in client.session
    assert log_in(client, UNKNOWN)["Location"] == reverse("account_email_verification_sent")
    link = link_in_mail()
    client.post(link)
    assert log_in(client, UNKNOWN)["Location"] == "/mijn/"
    assert User.objects.get().kind == User.Kind.RESIDENT


def test_following_the_link_alone_confirms_nothing(client: Client) -> None:
    sign_up(client, UNKNOWN)
    assert client.get(link_in_mail()).status_code == HTTPStatus.OK
    assert log_in(client, UNKNOWN)["Location"] == reverse("account_email_verification_sent")


def test_an_address_is_one_account_however_it_is_typed(client: Client) -> None:
    resident(email=KNOWN)
    sign_up(client, KNOWN.upper())
    assert User.objects.count() == 1
    assert log_in(client, KNOWN.title())["Location"] == "/mijn/"


@pytest.mark.parametrize("page", ["account_login", "account_signup", "account_reset_password"])
def test_known_and_unknown_addresses_get_the_same_answer(page: str) -> None:
    resident(email=KNOWN)
    answers = [answer(page, email) for email in (KNOWN, UNKNOWN)]
    assert answers[0] == answers[1]


def test_both_addresses_get_a_mail_so_that_neither_waits_longer(client: Client) -> None:
    resident(email=KNOWN)
    for email in (KNOWN, UNKNOWN):
        client.post(reverse("account_reset_password"), {"email": email})
    assert [message.to for message in mail.outbox] == [[KNOWN], [UNKNOWN]]


def test_a_reset_link_works_once_and_logs_nobody_in(client: Client) -> None:
    resident(email=KNOWN)
    link = choose_new_password(client, "vier droge geiten")
    assert "_auth_user_id" not in client.session
    assert Client().get(link).context["token_fail"]
    assert log_in(client, KNOWN, "vier droge geiten")["Location"] == "/mijn/"


def test_a_new_password_ends_the_other_sessions() -> None:
    user = resident(email=KNOWN)
    here, there = Client(), Client()
    sign_in(here, user)
    sign_in(there, user)
    here.post(
        reverse("account_change_password"),
        {
            "oldpassword": PASSWORD,
            "password1": "vier droge geiten",
            "password2": "vier droge geiten",
        },
    )
    assert is_signed_in(here)
    assert not is_signed_in(there)


@pytest.mark.parametrize(
    ("password", "accepted"),
    [
        pytest.param("elf tekens!", False, id="too short"),
        pytest.param("wachtwoordwachtwoord", True, id="no rules of composition"),
        pytest.param("Password123!Password", True, id="long enough"),
        pytest.param("adobe123adobe123", True, id="not on the list"),
        pytest.param("qwerty123456", False, id="on the list of leaked ones"),
        pytest.param("x" * 30 + " passphrase " + "y" * 30, True, id="more than 64 characters"),
    ],
)
def test_passwords_are_judged_by_length_and_known_leaks(
    client: Client, password: str, *, accepted: bool
) -> None:
    sign_up(client, UNKNOWN, password)
    assert User.objects.exists() == accepted


def test_too_many_tries_are_refused_as_such(client: Client) -> None:
    resident(email=KNOWN)
    statuses = [log_in(client, KNOWN, "fout wachtwoord").status_code for _ in range(6)]
    assert statuses == [*[HTTPStatus.OK] * 5, HTTPStatus.TOO_MANY_REQUESTS]
    assert log_in(client, KNOWN).status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_too_many_sign_ups_from_one_address_are_refused_in_our_own_words(client: Client) -> None:
    for number in range(20):
        sign_up(client, f"{number}@post.example")
    refused = sign_up(client, UNKNOWN)
    assert refused.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert "429.html" in [template.name for template in refused.templates]


def test_a_new_password_opens_what_strangers_closed_by_guessing(client: Client) -> None:
    resident(email=KNOWN)
    for _ in range(6):
        log_in(Client(), KNOWN, "fout wachtwoord")
    assert log_in(client, KNOWN).status_code == HTTPStatus.TOO_MANY_REQUESTS
    choose_new_password(client, "vier droge geiten")
    assert log_in(client, KNOWN, "vier droge geiten")["Location"] == "/mijn/"


def test_no_mailed_link_and_no_password_stands_in_the_log(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    sign_up(client, UNKNOWN)
    confirm = link_in_mail()
    client.post(confirm)
    client.post(reverse("account_reset_password"), {"email": UNKNOWN})
    reset = link_in_mail()
    client.get(reset)
    log_in(client, UNKNOWN, "fout wachtwoord")
    log_in(client, UNKNOWN)
    secrets = [confirm.split("/")[-2], reset.split("/")[-2], PASSWORD, "fout wachtwoord", UNKNOWN]
    assert not [secret for secret in secrets if secret in caplog.text]
    assert "log_in_refused" in caplog.text
    assert "logged_in" in caplog.text


def test_a_disabled_user_is_out_at_the_next_request(client: Client) -> None:
    user = resident(email=KNOWN)
    sign_in(client, user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert not is_signed_in(client)
    assert log_in(client, KNOWN)["Location"] == reverse("account_inactive")
    assert not is_signed_in(client)


@pytest.mark.parametrize("next_page", ["https://elders.example/", "//elders.example", "/\\elders"])
def test_the_way_back_stays_on_our_site(client: Client, next_page: str) -> None:
    resident(email=KNOWN)
    form = {"login": KNOWN, "password": PASSWORD, "next": next_page}
    assert client.post(reverse("account_login"), form)["Location"] == "/mijn/"


@pytest.mark.parametrize("page", ["account_email", "account_change_password", "mfa_index"])
def test_who_came_with_digid_gets_no_weaker_way_in(client: Client, page: str) -> None:
    sign_in(client, digid_resident(), digid=True)
    assert client.get(reverse(page)).status_code == HTTPStatus.NOT_FOUND


def test_a_person_sees_and_ends_other_sessions() -> None:
    user = resident(email=KNOWN)
    here, there = Client(), Client()
    log_in(here, KNOWN)
    log_in(there, KNOWN)
    assert here.get(reverse("usersessions_list")).context["session_count"] == 2
    here.post(reverse("usersessions_list"))
    assert is_signed_in(here)
    assert not is_signed_in(there)
    assert user.is_active


def sign_up(client: Client, email: str, password: str = PASSWORD) -> Any:
    form = {"email": email, "password1": password, "password2": password}
    return client.post(reverse("account_signup"), form)


def log_in(client: Client, email: str, password: str = PASSWORD) -> Any:
    return client.post(reverse("account_login"), {"login": email, "password": password})


def choose_new_password(client: Client, password: str) -> str:
    """Ask for the link, follow it, choose; the link."""
    client.post(reverse("account_reset_password"), {"email": KNOWN})
    link = link_in_mail()
    form = client.get(link)["Location"]
    client.post(form, {"password1": password, "password2": password})
    return link


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("usersessions_list")).status_code == HTTPStatus.OK


def answer(page: str, email: str) -> tuple[int, str]:
    """Status and body, of the page that follows too, without what differs for everybody."""
    form = {
        "account_login": {"login": email, "password": "fout wachtwoord"},
        "account_signup": {"email": email, "password1": PASSWORD, "password2": PASSWORD},
        "account_reset_password": {"email": email},
    }[page]
    response = Client().post(reverse(page), form, follow=True)
    body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"', "", response.text)
    return response.status_code, body.replace(email, "")
