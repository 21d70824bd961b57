"""Staff show a second factor before anything else, and every door leads past it."""

import json
import time
from http import HTTPStatus
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import views as django_views
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django.utils import timezone

from portal.accounts.models import User
from portal.accounts.staff import create_staff
from tests.portal.accounts.factories import (
    PASSWORD,
    SEED,
    code,
    digid_resident,
    link_in_mail,
    resident,
    sign_in,
    staff,
)

pytestmark = pytest.mark.django_db

BEHEER = "/beheer/"


def test_password_and_code_open_the_desk(client: Client) -> None:
    user = staff()
    assert log_in(client, user)["Location"] == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    assert client.post(reverse("mfa_authenticate"), {"code": code()})["Location"] == BEHEER
    assert client.get(reverse("usersessions_list")).status_code == HTTPStatus.OK


@pytest.mark.parametrize("page", [BEHEER, "/", "/mijn/", "/account/sessions/", "/account/2fa/"])
def test_without_a_second_factor_there_is_only_enrolment(client: Client, page: str) -> None:
    sign_in(client, staff(second_factor=False))
    answer = client.get(page)
    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Location"].startswith(reverse("mfa_activate_totp"))


@pytest.mark.parametrize("page", [BEHEER, "/account/2fa/", "/account/2fa/totp/deactivate/"])
def test_an_enrolled_factor_that_was_not_shown_is_asked_for(client: Client, page: str) -> None:
    sign_in(client, staff())
    answer = client.get(page)
    assert answer["Location"].startswith(reverse("mfa_reauthenticate"))
    client.post(answer["Location"], {"code": code()})
    assert client.get("/account/2fa/").status_code == HTTPStatus.OK


def test_posting_is_held_to_the_same_rule(client: Client) -> None:
    sign_in(client, staff(second_factor=False))
    assert client.post(f"{BEHEER}pages/add/").status_code in {HTTPStatus.FOUND, 404}
    assert client.post(reverse("usersessions_list")).status_code == HTTPStatus.FOUND


def test_enrolling_opens_the_desk_under_another_session_key(client: Client) -> None:
    user = staff(second_factor=False)
    assert log_in(client, user)["Location"] == BEHEER
    page = client.get(BEHEER, follow=True)
    assert page.resolver_match.view_name == "account_reauthenticate"
    client.post(page.request["PATH_INFO"], {"password": PASSWORD})
    seed = client.get(reverse("mfa_activate_totp")).context["form"].secret
    before = client.session.session_key
    answer = client.post(reverse("mfa_activate_totp"), {"code": code(seed=seed)})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    assert client.session.session_key != before
    assert client.get(answer["Location"]).status_code == HTTPStatus.OK


def test_no_seed_and_no_recovery_code_lies_open(client: Client) -> None:
    user = staff(second_factor=False)
    log_in(client, user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    seed = client.get(reverse("mfa_activate_totp")).context["form"].secret
    assert seed not in everything_stored()
    client.post(reverse("mfa_activate_totp"), {"code": code(seed=seed)})
    shown = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    stored = everything_stored()
    assert len(shown) == 10
    assert not any(secret in stored for secret in (seed, *shown))


def test_a_code_works_once(client: Client) -> None:
    user = staff()
    shown = code()
    log_in(client, user)
    client.post(reverse("mfa_authenticate"), {"code": shown})
    another = Client()
    log_in(another, user)
    another.post(reverse("mfa_authenticate"), {"code": shown})
    assert "_auth_user_id" in client.session
    assert "_auth_user_id" not in another.session


def test_an_old_code_does_not_work(client: Client) -> None:
    log_in(client, staff())
    client.post(reverse("mfa_authenticate"), {"code": code(at=time.time() - 120)})
    assert "_auth_user_id" not in client.session


def test_a_new_password_does_not_replace_the_second_factor(client: Client) -> None:
    user = staff()
    client.post(reverse("account_reset_password"), {"email": user.email})
    form = client.get(link_in_mail())["Location"]
    new = {"password1": "vier droge geiten", "password2": "vier droge geiten"}
    client.post(form, new)
    assert "_auth_user_id" not in client.session
    assert log_in(client, user, "vier droge geiten")["Location"] == reverse("mfa_authenticate")


def test_removing_the_factor_closes_the_desk(client: Client) -> None:
    user = staff()
    log_in(client, user)
    client.post(reverse("mfa_authenticate"), {"code": code()})
    Authenticator.objects.all().delete()
    assert client.get(BEHEER)["Location"].startswith(reverse("mfa_activate_totp"))


@pytest.mark.parametrize("page", [BEHEER, f"{BEHEER}pages/", f"{BEHEER}users/", f"{BEHEER}login/"])
def test_residents_never_enter(client: Client, page: str) -> None:
    for user, digid in ((resident(), False), (digid_resident(), True)):
        sign_in(client, user, digid=digid)
        assert client.get(page).status_code == HTTPStatus.FORBIDDEN


def test_a_resident_in_a_group_of_editors_still_does_not_enter(client: Client) -> None:
    user = resident()
    user.groups.set(Group.objects.all())
    sign_in(client, user)
    assert client.get(BEHEER).status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    ("door", "leads_to"),
    [
        ("/beheer/login/?next=/beheer/pages/", "/account/login/?next=/beheer/pages/"),
        ("/beheer/password_reset/", "/account/password/reset/"),
        ("/beheer/password_reset/confirm/MQ/token/", "/account/password/reset/"),
        ("/_util/login/?next=/", "/account/login/?next=/"),
    ],
)
def test_wagtails_own_doors_lead_to_ours(client: Client, door: str, leads_to: str) -> None:
    for answer in (client.get(door), client.post(door, {"username": "x", "password": "y"})):
        assert answer.status_code == HTTPStatus.FOUND
        assert answer["Location"] == leads_to


def test_no_address_reaches_a_log_in_view_that_is_not_allauths() -> None:
    doors = (
        django_views.LoginView,
        django_views.LogoutView,
        django_views.PasswordResetView,
        django_views.PasswordResetConfirmView,
        django_views.PasswordChangeView,
    )
    reachable = [
        path
        for path in plain_paths(get_resolver())
        if issubclass(getattr(resolve(path).func, "view_class", object), doors)
    ]
    assert reachable == []


def test_wagtail_sets_no_passwords(client: Client, settings: Any) -> None:
    assert not settings.WAGTAILUSERS_PASSWORD_ENABLED
    assert not settings.WAGTAIL_PASSWORD_MANAGEMENT_ENABLED
    assert not settings.WAGTAIL_PASSWORD_RESET_ENABLED


def test_a_new_colleague_is_ready_and_can_be_put_back(client: Client) -> None:
    group = Group.objects.create(name="Test")
    for _ in range(2):
        user = create_staff(
            email="Redactie@Zeventerpen.example",
            password=PASSWORD,
            totp_secret=SEED,
            groups=["Test"],
            name="Roos",
            now=timezone.now(),
        )
    assert User.objects.get() == user
    assert list(user.groups.all()) == [group]
    log_in(client, user)
    client.post(reverse("mfa_authenticate"), {"code": code()})
    assert client.session["_auth_user_id"] == str(user.pk)


def log_in(client: Client, user: User, password: str = PASSWORD) -> Any:
    return client.post(reverse("account_login"), {"login": user.email, "password": password})


def everything_stored() -> str:
    """Every table that could hold a secret, and what the sessions say when read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        rows = str(cursor.fetchall())
    sessions = json.dumps([row.get_decoded() for row in Session.objects.all()])
    return rows + sessions + str(vars(cache).get("_cache", ""))


def plain_paths(resolver: URLResolver, prefix: str = "/") -> list[str]:
    """Every address without a variable in it."""
    found = []
    for entry in resolver.url_patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            found += plain_paths(entry, path)
        elif isinstance(entry, URLPattern) and not set(path) & set("<^($"):
            found.append(path)
    return found
