"""Staff accounts in Wagtail: no resident is shown, and a new colleague gets in by enrolling."""

from http import HTTPStatus

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from tests.portal.accounts.factories import (
    PASSWORD,
    code,
    digid_resident,
    link_in_mail,
    resident,
    staff,
)

pytestmark = pytest.mark.django_db

LIST = "wagtailusers_users:index"


@pytest.fixture
def manager(client: Client) -> Client:
    """The browser of somebody who may do everything."""
    user = staff()
    User.objects.filter(pk=user.pk).update(is_superuser=True)
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": code()})
    return client


def test_the_list_and_the_search_show_staff_only(manager: Client) -> None:
    person = resident(email="inwoner@post.example")
    digid_resident()
    for query in ({}, {"q": "inwoner"}):
        text = manager.get(reverse(LIST), query).text
        assert str(person.email) not in text
    assert str(User.objects.get(is_superuser=True)) in manager.get(reverse(LIST)).text


@pytest.mark.parametrize("page", ["edit", "delete", "history"])
def test_a_residents_account_cannot_be_opened(manager: Client, page: str) -> None:
    address = reverse(f"wagtailusers_users:{page}", args=[resident().pk])
    assert manager.get(address).status_code == HTTPStatus.NOT_FOUND


def test_a_new_colleague_gets_in_by_mail_and_a_second_factor(manager: Client) -> None:
    form = {"email": "Nieuw@Zeventerpen.example", "name": "Nienke Nieuw"}
    manager.post(reverse("wagtailusers_users:add"), form)
    user = User.objects.get(email="nieuw@zeventerpen.example")
    assert (user.kind, user.is_staff, user.has_usable_password()) == ("staff", True, False)
    browser = Client()
    browser.post(reverse("account_reset_password"), {"email": user.email})
    new = browser.get(link_in_mail())["Location"]
    browser.post(new, {"password1": PASSWORD, "password2": PASSWORD})
    log_in = {"login": user.email, "password": PASSWORD}
    browser.post(reverse("account_login"), log_in)
    browser.post(link_in_mail())
    browser.post(reverse("account_login"), log_in)
    assert browser.get("/beheer/")["Location"].startswith(reverse("mfa_activate_totp"))
    assert {message.to[0] for message in mail.outbox} == {user.email}


def test_a_colleague_can_be_changed_and_closed(manager: Client) -> None:
    colleague = staff()
    form = {"email": colleague.email, "name": "Karel", "is_active": ""}
    address = reverse("wagtailusers_users:edit", args=[colleague.pk])
    assert manager.get(address).status_code == HTTPStatus.OK
    manager.post(address, form)
    colleague.refresh_from_db()
    assert (colleague.name, colleague.is_active) == ("Karel", False)
