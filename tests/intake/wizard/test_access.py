"""Who gets at an intake, and what a page costs."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from intake.actions.submit_intake import submit_intake
from intake.submissions.models import Draft
from portal.accounts.models import User
from tests import intakes
from tests.intake.wizard.factories import Register, answer, draft_of, url
from tests.portal.accounts.factories import digid_resident, sign_in

pytestmark = pytest.mark.django_db
PLACES: list[tuple[str, tuple[object, ...]]] = [
    ("tasks", ()),
    ("topics", ()),
    ("check", ()),
    ("sent", ()),
    ("page", ("p.contact",)),
    ("item_add", ("f.inkomen",)),
    ("item", ("f.inkomen", 1)),
    ("item_remove", ("f.inkomen", 1)),
]
PAGE_BYTES = 100_000
INCOME = {"wie": "ik", "bron": "loon"}


@pytest.mark.parametrize(("name", "place"), PLACES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_foreign_intake_and_an_unknown_one_look_the_same(
    client: Client, resident: User, name: str, place: tuple[object, ...], method: str
) -> None:
    theirs = draft_of(digid_resident(bsn="999990111"), "schuldhulp")
    unknown = "6f1e3c0e-6d0e-4a53-9a0c-8c6f2b6a1d11"
    if (name, method) == ("sent", "post"):
        return

    answers = [getattr(client, method)(url(name, key, *place)) for key in (theirs.id, unknown)]

    expected = 405 if (name, method) == ("tasks", "post") else 404
    assert [each.status_code for each in answers] == [expected, expected]


@pytest.mark.parametrize(("name", "place"), PLACES)
def test_nobody_gets_in_without_a_log_in(
    client: Client, name: str, place: tuple[object, ...]
) -> None:
    draft = draft_of(digid_resident(), "schuldhulp")
    address = url(name, draft, *place)

    response = client.get(address)

    assert response["Location"] == f"{reverse('account_login')}?next={address}"


@pytest.mark.parametrize(("name", "place"), PLACES)
def test_what_digid_entered_is_shut_in_a_mail_session(
    client: Client, mail_resident: User, name: str, place: tuple[object, ...]
) -> None:
    draft = draft_of(mail_resident, "schuldhulp")
    answer(draft, "f.inkomen", INCOME)
    if name == "sent":
        Draft.objects.filter(id=draft.id).update(submitted_at=timezone.now())

    response = client.get(url(name, draft, *place))

    assert response["Location"].startswith(reverse("account_step_up"))


def test_a_submitted_intake_leads_to_its_confirmation(client: Client, resident: User) -> None:
    draft = intakes.filled_draft(resident, ["schuldhulp"])
    submit_intake(
        draft_id=draft.id, user_id=resident.pk, assurance="substantieel", now=timezone.now()
    )

    for name, place in (("tasks", ()), ("page", ("p.contact",)), ("check", ())):
        assert client.get(url(name, draft, *place))["Location"] == url("sent", draft)
    response = client.post(url("page", draft, "p.contact"), {"p.contact.telefoon": "0612345678"})
    assert response["Location"] == url("sent", draft)


def test_a_session_that_ended_keeps_the_draft(client: Client, resident: User) -> None:
    draft = draft_of(resident, "schuldhulp")
    page = url("page", draft, "p.contact")
    client.post(page, {"p.contact.telefoon": "0612345678", "action": "next"})
    client.logout()

    assert client.get(page)["Location"] == f"{reverse('account_login')}?next={page}"
    sign_in(client, resident, digid=True)
    assert b"06 12345678" in client.get(page).content


def measured(client: Client, address: str) -> Any:
    """The page, once everything that is published is in memory."""
    client.get(address)
    return client.get(address)


def test_a_question_page_is_light(
    client: Client,
    resident: User,
    register: Register,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    draft = intakes.filled_draft(resident)
    for name in ("persoon", "p.contact", "x.hulpvraag", "f.inkomen"):
        measured(client, url("page", draft, name))
        with django_assert_max_num_queries(12):
            response = client.get(url("page", draft, name))
        assert len(response.content) < PAGE_BYTES


def test_other_pages_are_light_too(
    client: Client,
    resident: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    draft = intakes.filled_draft(resident)
    for name in ("tasks", "check", "topics"):
        measured(client, url(name, draft))
        with django_assert_max_num_queries(12):
            response = client.get(url(name, draft))
        assert len(response.content) < PAGE_BYTES
