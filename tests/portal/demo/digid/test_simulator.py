"""The portal's DigiD log-in against the real simulator in a process of its own."""

import html
import json
import subprocess
from pathlib import Path

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from stdnum.nl import bsn

from intake.vault.sealing import Opening
from portal.accounts.identity import bsn_of
from portal.accounts.models import User
from tests.portal.accounts.journeys import come_back, leave_for_digid
from tests.portal.demo.digid import simulator

pytestmark = [pytest.mark.django_db, pytest.mark.processes]

PEOPLE = json.loads((Path(settings.BASE_DIR) / "portal/demo/residents.json").read_text("utf-8"))


def test_a_resident_logs_in_with_one_click(client: Client, digid: str) -> None:
    query = simulator.choose(leave_for_digid(client, then="/mijn/"), resident="fatima")
    assert come_back(client, query)["Location"] == "/mijn/"
    user = User.objects.get()
    opening = Opening(actor="test", purpose="test", subject="test", at=timezone.now())
    assert bsn_of(user, opening) == PEOPLE[0]["bsn"]
    assert str(user.pk) == client.session["_auth_user_id"]


def test_the_same_resident_comes_back_to_the_same_account(client: Client, digid: str) -> None:
    for resident in ("jan", "jan", "sanne"):
        come_back(client, simulator.choose(leave_for_digid(client), resident=resident))
        client.post(reverse("account_logout"))
    assert User.objects.count() == 2


def test_the_subject_tells_nothing(client: Client, digid: str) -> None:
    come_back(client, simulator.choose(leave_for_digid(client), resident="jan"))
    uid = SocialAccount.objects.get().uid
    assert len(uid) == 64
    assert not any(person["bsn"] in uid or person["key"] in uid for person in PEOPLE)


def test_level_midden_is_refused(client: Client, digid: str) -> None:
    address = leave_for_digid(client)
    response = come_back(client, simulator.choose(address, resident="jan", level="midden"))
    assert response.status_code == 401
    assert response.context["too_weak"]
    assert not User.objects.exists()


def test_stopping_leads_back(client: Client, digid: str) -> None:
    response = come_back(client, simulator.choose(leave_for_digid(client), resident=""))
    assert response["Location"] == reverse("socialaccount_login_cancelled")


@pytest.mark.parametrize("parameter", ["code_challenge", "nonce", "redirect_uri", "client_id"])
def test_a_request_that_is_changed_on_the_way_gets_no_answer_that_logs_in(
    client: Client, digid: str, parameter: str
) -> None:
    address = leave_for_digid(client)
    start = address.index(f"{parameter}=") + len(parameter) + 1
    changed = address[:start] + "x" + address[start + 1 :]
    with requests.Session() as browser:
        page = browser.get(changed, timeout=30)
    if page.status_code == requests.codes.ok:
        response = come_back(client, simulator.choose(changed, resident="jan"))
        assert response.status_code == 401
    assert "geen echt DigiD" in html.unescape(page.text)
    assert not User.objects.exists()


def test_every_page_is_marked_and_offers_everybody(client: Client, digid: str) -> None:
    pages = [
        requests.get(digid, timeout=30).text,
        requests.get(f"{digid}/auth?client_id=unknown", timeout=30).text,
        requests.get(f"{digid}/inloggen/unknown", timeout=30).text,
        requests.get(leave_for_digid(client), timeout=30).text,
    ]
    assert all("DigiD-simulator — geen echt DigiD" in page for page in pages)
    assert simulator.names_on(pages[-1]) == [person["name"] for person in PEOPLE]


def test_a_form_that_is_too_large_is_refused(digid: str) -> None:
    answer = requests.post(f"{digid}/inloggen/x", data={"resident": "x" * 10_000}, timeout=30)
    assert answer.status_code == 400


def test_the_demo_residents_have_numbers_that_nobody_has() -> None:
    numbers = [person["bsn"] for person in PEOPLE]
    assert all(bsn.is_valid(number) and number.startswith("99999") for number in numbers)
    assert len(set(numbers)) == len(numbers) == 8


def test_a_missing_variable_is_one_clear_line() -> None:
    outcome = subprocess.run(
        [simulator.NODE, simulator.SCRIPT],
        env={"PORT": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 2
    assert outcome.stderr == (
        "DigiD simulator: set ISSUER, CLIENT_ID, CLIENT_SECRET, REDIRECT_BASE\n"
    )


def test_somebody_else_logs_in_after_the_first_in_the_same_browser(
    client: Client, digid: str
) -> None:
    with requests.Session() as browser:
        for resident in ("jan", "sanne"):
            address = leave_for_digid(client)
            query = simulator.choose(address, resident=resident, browser=browser)
            assert come_back(client, query)["Location"] == "/mijn/"
            client.post(reverse("account_logout"))
    assert User.objects.count() == 2
