"""Logging in with DigiD: what is asked, what is believed, and what is kept."""

import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from intake.vault.sealing import Opening
from portal.accounts.digid.tokens import BSN_CLAIM, SUBSTANTIAL
from portal.accounts.identity import bsn_of
from portal.accounts.models import Identity, User
from tests.portal.accounts.factories import BSN, resident
from tests.portal.accounts.issuer import OTHER_KEY, Issuer
from tests.portal.accounts.journeys import come_back, leave_for_digid, session_key

pytestmark = pytest.mark.django_db

HOUR = 3600
OPENING = Opening(actor="test", purpose="test", subject="test", at=timezone.now())


def test_choosing_digid_asks_for_a_fresh_log_in_bound_to_this_browser(
    client: Client, issuer: Issuer
) -> None:
    asked = parse_qs(urlsplit(leave_for_digid(client)).query)
    assert asked["scope"] == ["openid"]
    assert asked["acr_values"] == [SUBSTANTIAL]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["prompt"] == ["login"]
    assert len(asked["nonce"][0]) >= 43
    assert asked["nonce"] != parse_qs(urlsplit(leave_for_digid(client)).query)["nonce"]


def test_the_address_changes_nothing_of_what_is_asked(client: Client, issuer: Issuer) -> None:
    tampered = "?scope=email&process=connect&auth_params=acr_values%3Dlow%26nonce%3Dmine"
    response = client.post(reverse("digid_login") + tampered)
    assert b"acr_values=low" not in response.content
    assert b"nonce=mine" not in response.content
    assert b"email" not in response.context["address"].encode()


def test_showing_the_page_does_not_leave(client: Client, issuer: Issuer) -> None:
    assert b'http-equiv="refresh"' not in client.get(reverse("digid_login")).content


def test_a_good_answer_logs_in_and_keeps_only_the_sealed_bsn(
    client: Client, issuer: Issuer
) -> None:
    query = issuer.log_in(leave_for_digid(client, then="/mijn/?x=1"))
    response = come_back(client, query)
    assert response["Location"] == "/mijn/?x=1"
    account = SocialAccount.objects.get()
    assert (account.provider, account.uid) == (issuer.address, "subject-1")
    assert account.extra_data == {}
    user = User.objects.get(pk=account.user_id)
    assert (user.kind, user.email, user.has_usable_password()) == ("resident", None, False)
    assert BSN.encode() not in bytes(Identity.objects.get().bsn)
    assert bsn_of(user, OPENING) == BSN
    assert all(BSN not in str(session.get_decoded()) for session in Session.objects.all())


def test_the_same_subject_is_the_same_person(client: Client, issuer: Issuer) -> None:
    come_back(client, issuer.log_in(leave_for_digid(client)))
    client.post(reverse("account_logout"))
    come_back(client, issuer.log_in(leave_for_digid(client)))
    assert User.objects.count() == 1
    assert client.session["_auth_user_id"] == str(User.objects.get().pk)


def test_the_session_gets_another_key(client: Client, issuer: Issuer) -> None:
    query = issuer.log_in(leave_for_digid(client))
    before = session_key(client)
    come_back(client, query)
    assert session_key(client) != before


@pytest.mark.parametrize(
    "lie",
    [
        pytest.param({"nonce": "another"}, id="another nonce"),
        pytest.param({"nonce": None}, id="no nonce"),
        pytest.param({"aud": "another-client"}, id="another audience"),
        pytest.param({"aud": ["voordeur", "another-client"]}, id="a shared audience"),
        pytest.param({"azp": "another-client"}, id="another authorised party"),
        pytest.param({"iss": "https://another.example"}, id="another issuer"),
        pytest.param({"acr": "http://eidas.europa.eu/LoA/low"}, id="too low a level"),
        pytest.param({"acr": None}, id="no level"),
        pytest.param({"auth_time": int(time.time()) - HOUR}, id="an old log-in"),
        pytest.param({"auth_time": int(time.time()) + HOUR}, id="a log-in of tomorrow"),
        pytest.param({"auth_time": None}, id="no time of log-in"),
        pytest.param({"auth_time": "gisteren"}, id="a time in words"),
        pytest.param({"exp": int(time.time()) - HOUR}, id="expired"),
        pytest.param({"exp": None}, id="without end"),
        pytest.param({"iat": int(time.time()) - HOUR}, id="an old token"),
        pytest.param({"sub": None}, id="no subject"),
        pytest.param({"sub": ""}, id="an empty subject"),
        pytest.param({"sub": "subject-2"}, id="another subject than in userinfo"),
        pytest.param({BSN_CLAIM: "999993654"}, id="a BSN that fails the eleven-test"),
        pytest.param({BSN_CLAIM: None}, id="no BSN"),
    ],
)
def test_a_lying_token_logs_nobody_in(client: Client, issuer: Issuer, lie: dict[str, Any]) -> None:
    issuer.token = lie
    assert_refused(client, come_back(client, issuer.log_in(leave_for_digid(client))))


def test_a_token_signed_with_another_key_logs_nobody_in(client: Client, issuer: Issuer) -> None:
    issuer.key = OTHER_KEY
    assert_refused(client, come_back(client, issuer.log_in(leave_for_digid(client))))


def test_userinfo_about_somebody_else_logs_nobody_in(client: Client, issuer: Issuer) -> None:
    issuer.userinfo = {"sub": "subject-2"}
    assert_refused(client, come_back(client, issuer.log_in(leave_for_digid(client))))


def test_a_document_of_another_issuer_logs_nobody_in(client: Client, issuer: Issuer) -> None:
    query = issuer.log_in(leave_for_digid(client))
    issuer.document = {"issuer": "https://another.example"}
    assert_refused(client, come_back(client, query))


@pytest.mark.parametrize("named", ["", "&iss=https%3A%2F%2Fanother.example"])
def test_a_redirect_from_another_issuer_logs_nobody_in(
    client: Client, issuer: Issuer, named: str
) -> None:
    query = issuer.log_in(leave_for_digid(client)).partition("&iss=")[0]
    assert_refused(client, come_back(client, query + named))


def test_a_code_without_our_verifier_logs_nobody_in(client: Client, issuer: Issuer) -> None:
    query = issuer.log_in(leave_for_digid(client))
    [asked] = issuer.asked.values()
    asked["code_challenge"] = "of-somebody-else"
    assert_refused(client, come_back(client, query))


def test_an_answer_works_once(client: Client, issuer: Issuer) -> None:
    query = issuer.log_in(leave_for_digid(client))
    come_back(client, query)
    client.post(reverse("account_logout"))
    assert_refused(client, come_back(client, query), users=1)


def test_an_answer_works_in_the_browser_that_asked(client: Client, issuer: Issuer) -> None:
    query = issuer.log_in(leave_for_digid(client))
    assert_refused(client, come_back(Client(), query))


def test_a_level_that_is_too_low_says_what_to_do(client: Client, issuer: Issuer) -> None:
    issuer.token = {"acr": "http://eidas.europa.eu/LoA/low"}
    response = come_back(client, issuer.log_in(leave_for_digid(client)))
    assert response.context["too_weak"]


def test_a_known_subject_with_another_bsn_logs_nobody_in(client: Client, issuer: Issuer) -> None:
    come_back(client, issuer.log_in(leave_for_digid(client)))
    client.post(reverse("account_logout"))
    issuer.token = {BSN_CLAIM: "999990111"}
    assert_refused(client, come_back(client, issuer.log_in(leave_for_digid(client))), users=1)


def test_an_address_that_the_issuer_tells_links_no_account(client: Client, issuer: Issuer) -> None:
    by_email = resident(email="x@post.example")
    come_back(client, issuer.log_in(leave_for_digid(client)))
    assert client.session["_auth_user_id"] != str(by_email.pk)
    assert User.objects.exclude(pk=by_email.pk).get().email is None


def test_stopping_at_digid_leads_to_a_calm_page(client: Client, issuer: Issuer) -> None:
    state = parse_qs(urlsplit(leave_for_digid(client)).query)["state"][0]
    response = come_back(client, f"error=access_denied&state={state}&iss={issuer.address}")
    assert response["Location"] == reverse("socialaccount_login_cancelled")
    assert client.get(response["Location"]).status_code == 200


def test_a_broker_that_is_down_is_said_so(client: Client, issuer: Issuer) -> None:
    issuer.document = {"token_endpoint": None}
    assert client.post(reverse("digid_login")).status_code == 401


def test_without_a_broker_there_is_no_such_page(client: Client, settings: Settings) -> None:
    settings.DIGID_ISSUER = ""
    assert client.post(reverse("digid_login")).status_code == 404
    assert reverse("digid_login") not in client.get(reverse("account_login")).content.decode()


def assert_refused(client: Client, response: Any, *, users: int = 0) -> None:
    """The page says that it failed, without why; nobody is logged in and nobody was made."""
    assert response.status_code == 401
    assert b"DigiD" in response.content
    assert "_auth_user_id" not in client.session
    assert User.objects.count() == users
