"""How long a session lasts, and what a browser keeps of it."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from tests.portal.accounts.factories import PASSWORD, resident, sign_in

pytestmark = pytest.mark.django_db

SESSIONS = "usersessions_list"
EXTEND = "account_extend_session"


@pytest.fixture
def signed_in(client: Client) -> Client:
    """A browser with a resident's session."""
    user = resident()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    return client


def test_the_server_ends_a_session_after_fifteen_idle_minutes(signed_in: Client) -> None:
    session = Session.objects.get()
    assert session.expire_date - timezone.now() <= timedelta(minutes=15)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert signed_in.get(reverse(SESSIONS)).status_code == HTTPStatus.FOUND


def test_every_request_moves_the_idle_limit(signed_in: Client) -> None:
    soon = timezone.now() + timedelta(seconds=5)
    Session.objects.update(expire_date=soon)
    signed_in.get(reverse(SESSIONS))
    assert Session.objects.get().expire_date > soon + timedelta(minutes=14)


def test_one_press_extends(signed_in: Client) -> None:
    soon = timezone.now() + timedelta(seconds=5)
    Session.objects.update(expire_date=soon)
    assert signed_in.post(reverse(EXTEND)).status_code == HTTPStatus.NO_CONTENT
    assert Session.objects.get().expire_date > soon + timedelta(minutes=14)


def test_extending_too_late_is_said(client: Client) -> None:
    assert client.post(reverse(EXTEND)).status_code == HTTPStatus.FORBIDDEN
    assert client.get(reverse(EXTEND)).status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_extending_does_not_move_the_absolute_limit(signed_in: Client, settings: Settings) -> None:
    started = signed_in.session["signed_in_at"]
    signed_in.post(reverse(EXTEND))
    assert signed_in.session["signed_in_at"] == started
    session = signed_in.session
    session["signed_in_at"] = started - settings.SESSION_ABSOLUTE_SECONDS - 1
    session.save()
    assert signed_in.get(reverse(SESSIONS)).status_code == HTTPStatus.FOUND


def test_a_session_without_a_beginning_is_over(signed_in: Client) -> None:
    session = signed_in.session
    del session["signed_in_at"]
    session.save()
    assert signed_in.get(reverse(SESSIONS)).status_code == HTTPStatus.FOUND


def test_the_page_says_how_long_there_is(signed_in: Client, settings: Settings) -> None:
    shown = signed_in.get(reverse(SESSIONS)).context["session"]
    assert 0 < shown.seconds_left <= settings.SESSION_IDLE_SECONDS
    assert shown.extend_url == reverse(EXTEND)
    assert shown.assurance == "email"
    assert shown.label.endswith("@post.example")
    session = signed_in.session
    session["signed_in_at"] -= settings.SESSION_ABSOLUTE_SECONDS - 60
    session.save()
    assert signed_in.get(reverse(SESSIONS)).context["session"].seconds_left <= 60


def test_logging_in_changes_the_key_and_the_old_cookie_dies_with_logging_out(
    client: Client,
) -> None:
    user = resident()
    client.get(reverse("account_login"))
    session = client.session
    session["topics"] = ["schuldhulp"]
    session.save()
    before = session.session_key
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert client.session.session_key != before
    assert client.session["topics"] == ["schuldhulp"]
    cookie = client.cookies["sessionid"].value
    client.post(reverse("account_logout"))
    client.cookies["sessionid"] = cookie
    assert client.get(reverse(SESSIONS)).status_code == HTTPStatus.FOUND


def test_private_pages_are_not_stored(signed_in: Client) -> None:
    for page in (SESSIONS, "account_logout"):
        assert signed_in.get(reverse(page))["Cache-Control"] == "private, no-store"


def test_logging_out_clears_the_browser(signed_in: Client) -> None:
    answer = signed_in.post(reverse("account_logout"))
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert answer["Cache-Control"] == "private, no-store"


def test_logging_out_needs_a_press(signed_in: Client) -> None:
    assert signed_in.get(reverse("account_logout")).status_code == HTTPStatus.OK
    assert signed_in.get(reverse(SESSIONS)).status_code == HTTPStatus.OK


def test_a_visitor_costs_no_session(client: Client) -> None:
    answer = client.get("/healthz/live")
    assert not answer.cookies
    assert "Clear-Site-Data" not in answer
    assert not Session.objects.exists()


def test_a_session_of_another_user_starts_empty(client: Client) -> None:
    sign_in(client, resident())
    session = client.session
    session["private"] = "x"
    session.save()
    client.force_login(resident())
    assert "private" not in client.session
