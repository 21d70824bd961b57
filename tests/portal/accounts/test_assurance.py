"""How sure a session is, and pages that ask for more."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from intake.vault.sealing import Opening, Unsealable
from intake.wizard.visitor import doorkeeper
from portal.accounts import assurance, identity
from portal.accounts.models import Identity, User
from tests.portal.accounts.factories import BSN, digid_resident, resident, sign_in

pytestmark = pytest.mark.django_db

OPENING = Opening(actor="test", purpose="test", subject="test", at=timezone.now())


@assurance.requires("substantieel")
def page_for_the_sure(_request: HttpRequest, word: str) -> HttpResponse:
    """A page as other rooms have them."""
    return HttpResponse(word)


def request_of(client: Client) -> HttpRequest:
    """A request in this browser's session."""
    request = RequestFactory().get("/mijn/zaken/ZT-1/?x=1")
    request.session = client.session
    user_id = client.session.get("_auth_user_id")
    request.user = User.objects.get(pk=user_id) if user_id else AnonymousUser()
    return request


def test_a_visitor_has_no_level(client: Client) -> None:
    response = client.get(reverse("account_login"))
    assert response.context["session"].assurance == "none"
    assert not assurance.covers(response.wsgi_request, "email")


@pytest.mark.parametrize(("digid", "level"), [(False, "email"), (True, "substantieel")])
def test_the_level_is_that_of_the_log_in(client: Client, level: str, *, digid: bool) -> None:
    sign_in(client, digid_resident() if digid else resident(), digid=digid)
    assert assurance.level(request_of(client)) == level
    assert doorkeeper().level(request_of(client)) == level


def test_a_session_whose_record_is_of_somebody_else_proves_nothing(client: Client) -> None:
    user = resident()
    sign_in(client, user, digid=True)
    session = client.session
    session["account_authentication_methods_user"] = str(resident().pk)
    session.save()
    assert assurance.level(request_of(client)) == "email"


def test_a_page_for_the_sure_opens(client: Client) -> None:
    sign_in(client, digid_resident(), digid=True)
    assert page_for_the_sure(request_of(client), "hallo").content == b"hallo"  # type: ignore[attr-defined]


def test_others_are_asked_and_come_back_to_the_same_page(client: Client) -> None:
    back = urlencode({"next": "/mijn/zaken/ZT-1/?x=1"})
    sign_in(client, resident())
    asked = page_for_the_sure(request_of(client), "hallo")
    assert asked["Location"] == f"{reverse('account_step_up')}?{back}"


def test_the_doorkeeper_knows_the_number_and_the_way_up(client: Client) -> None:
    user = digid_resident()
    assert doorkeeper().bsn(user.pk, now=timezone.now()) == BSN
    assert doorkeeper().step_up_url("/intake/1/?a=b") == (
        f"{reverse('account_step_up')}?next=%2Fintake%2F1%2F%3Fa%3Db"
    )


def test_who_never_used_digid_has_no_number() -> None:
    with pytest.raises(identity.BsnUnknown):
        identity.bsn_of(resident(), OPENING)


def test_a_sealed_number_opens_for_its_own_person_only() -> None:
    owner, other = digid_resident(), digid_resident(bsn="999990111")
    Identity.objects.filter(user=other).update(
        bsn=Identity.objects.get(user=owner).bsn, key=Identity.objects.get(user=owner).key
    )
    with pytest.raises(Unsealable):
        identity.bsn_of(other, OPENING)


def test_one_person_keeps_one_number() -> None:
    user = digid_resident()
    identity.remember(user, bsn=BSN, now=timezone.now())
    with pytest.raises(identity.AnotherPerson):
        identity.remember(user, bsn="999990111", now=timezone.now())
    assert identity.bsn_of(user, OPENING) == BSN
