"""From an e-mail session to DigiD: the drafts come along, and nobody else's."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from intake.submissions.assurance import Assurance
from portal.accounts.models import User
from tests.intake.submissions.factories import draft
from tests.portal.accounts.factories import (
    PASSWORD,
    digid_resident,
    resident,
    sign_in,
    staff,
)
from tests.portal.accounts.issuer import Issuer
from tests.portal.accounts.journeys import come_back, leave_for_digid, session_key

pytestmark = pytest.mark.django_db

PAGE = "account_step_up"


def test_the_page_explains_and_leads_to_digid_and_back(client: Client, issuer: Issuer) -> None:
    sign_in(client, resident())
    page = client.get(reverse(PAGE), {"next": "/intake/x/"})
    assert page.context["next"] == "/intake/x/"
    assert f'action="{reverse("digid_login")}"' in page.text
    query = issuer.log_in(leave_for_digid(client, then=page.context["next"]))
    assert come_back(client, query)["Location"] == "/intake/x/"


def test_open_drafts_come_along_under_another_session_key(client: Client, issuer: Issuer) -> None:
    user = resident()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    mine = draft(user, now=timezone.now())
    others = draft(now=timezone.now())
    before = session_key(client)
    come_back(client, issuer.log_in(leave_for_digid(client)))
    mine.refresh_from_db()
    others.refresh_from_db()
    assert str(mine.owner_id) == client.session["_auth_user_id"] != str(user.pk)
    assert str(others.owner_id) != client.session["_auth_user_id"]
    assert session_key(client) != before


def test_a_log_in_that_fails_moves_nothing_and_keeps_the_session(
    client: Client, issuer: Issuer
) -> None:
    user = resident()
    sign_in(client, user)
    mine = draft(user, now=timezone.now())
    issuer.token = {"acr": "http://eidas.europa.eu/LoA/low"}
    come_back(client, issuer.log_in(leave_for_digid(client)))
    mine.refresh_from_db()
    assert mine.owner_id == user.pk
    assert client.session["_auth_user_id"] == str(user.pk)


def test_a_session_of_somebody_elses_digid_gives_nothing_away(
    client: Client, issuer: Issuer
) -> None:
    somebody = digid_resident(bsn="999990111")
    sign_in(client, somebody, digid=True)
    theirs = draft(somebody, now=timezone.now(), assurance=Assurance.EMAIL)
    come_back(client, issuer.log_in(leave_for_digid(client)))
    theirs.refresh_from_db()
    assert theirs.owner_id == somebody.pk


def test_a_colleagues_session_gives_nothing_away(client: Client, issuer: Issuer) -> None:
    colleague = staff()
    sign_in(client, colleague)
    theirs = draft(colleague, now=timezone.now())
    answer = client.post(reverse("digid_login"))
    assert answer["Location"].startswith(reverse("mfa_reauthenticate"))
    theirs.refresh_from_db()
    assert theirs.owner_id == colleague.pk


def test_the_accounts_stay_two(client: Client, issuer: Issuer) -> None:
    user = resident()
    sign_in(client, user)
    come_back(client, issuer.log_in(leave_for_digid(client)))
    assert User.objects.count() == 2
    user.refresh_from_db()
    assert user.has_usable_password()


def test_who_is_sure_enough_goes_straight_on(client: Client) -> None:
    sign_in(client, digid_resident(), digid=True)
    assert client.get(reverse(PAGE), {"next": "/intake/x/"})["Location"] == "/intake/x/"
    assert client.get(reverse(PAGE), {"next": "https://elders.example"})["Location"] == "/mijn/"


def test_a_visitor_logs_in_first(client: Client) -> None:
    answer = client.get(reverse(PAGE))
    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Location"].startswith(reverse("account_login"))
