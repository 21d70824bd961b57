"""Withdrawing a question in Mijn omgeving: what it means, the deed, and what stays."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from intake.actions.record_partner_status import record_partner_status
from intake.cases.models import Case
from intake.cases.status import Status
from intake.notifications.mail import Mailer
from intake.outbox.models import OutboxDelivery
from intake.outbox.states import State
from portal.accounts.models import User
from tests import intakes
from tests.portal.accounts.factories import digid_resident, sign_in

pytestmark = pytest.mark.django_db
BANK = "Kredietbank"


@pytest.fixture
def owner(client: Client) -> User:
    """Signed in with DigiD."""
    intakes.published()
    owner = digid_resident()
    sign_in(client, owner, digid=True)
    return owner


@pytest.fixture
def debts(owner: User) -> Case:
    """The case of one of the two topics that were sent a minute ago."""
    now = timezone.now() - timedelta(minutes=1)
    sent = intakes.submitted(owner, ["huishoudelijke-hulp", "schuldhulp"], now=now)
    return sent.cases.get(topic="schuldhulp")


def address(case: Case) -> str:
    return reverse("mine:withdraw", args=[case.reference])


def page(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def text(soup: BeautifulSoup) -> str:
    main = soup.find("main")
    assert main is not None
    return " ".join(main.get_text(" ").split())


def case_page(client: Client, case: Case) -> BeautifulSoup:
    return page(client, reverse("mine:case", args=[case.reference]))


def picked_up(case: Case, status: Status = Status.ACCEPTED) -> None:
    record_partner_status(
        partner="kredietbank",
        case_id=case.id,
        status=status,
        text="",
        idempotency_key=f"key-{status}",
        now=timezone.now(),
    )


def test_the_case_leads_to_a_page_that_says_what_happens(client: Client, debts: Case) -> None:
    link = case_page(client, debts).find("a", string="Ik wil deze vraag intrekken")

    asked = text(page(client, str(link["href"])))  # type: ignore[index]

    assert "Wilt u deze vraag intrekken?" in asked
    assert "Uw andere vragen gaan gewoon door." in asked
    assert "U kunt dit niet terugdraaien." in asked
    assert debts.reference in asked
    debts.refresh_from_db()
    assert debts.events.in_order().last().status == Status.RECEIVED  # type: ignore[union-attr]


def test_who_does_not_have_it_will_not_get_it(client: Client, debts: Case) -> None:
    asked = page(client, address(debts))
    assert "Wie krijgt uw vraag niet meer?" in text(asked)
    assert "Wie heeft uw vraag al?" not in text(asked)

    response = client.post(address(debts), follow=True)

    after = BeautifulSoup(response.content, "html.parser")
    assert "U heeft uw vraag ingetrokken." in text(after)
    assert after.select("[data-recipient=kredietbank][data-delivery=withdrawn]")
    assert "Krijgt uw vraag niet" in text(after)
    assert "Uw vraag was al bij" not in text(after)


def test_who_has_it_already_hears_it_by_phone(client: Client, debts: Case) -> None:
    picked_up(debts)

    asked = text(page(client, address(debts)))
    after = text(BeautifulSoup(client.post(address(debts), follow=True).content, "html.parser"))

    for said in (asked, after):
        assert BANK in said
        assert f"noem kenmerk {debts.reference}" in said
    assert "Wie krijgt uw vraag niet meer?" not in asked


def test_it_stands_in_the_timeline_and_promises_nothing_more(client: Client, debts: Case) -> None:
    client.post(address(debts))

    after = case_page(client, debts)

    line = after.select_one(".timeline li")
    assert line is not None
    assert "Door u ingetrokken" in line.get_text()
    assert "Wanneer hoort u van ons?" not in text(after)
    assert not after.find("a", string="Ik wil deze vraag intrekken")
    assert text(page(client, reverse("mine:home"))).count("Door u ingetrokken") == 1


def test_a_question_that_a_partner_asked_needs_no_answer_any_more(
    client: Client, debts: Case
) -> None:
    record_partner_status(
        partner="kredietbank",
        case_id=debts.id,
        status=Status.QUESTION,
        text="Welke brief kreeg u het laatst?",
        idempotency_key="asked",
        now=timezone.now(),
    )
    assert "vraagt u iets" in text(case_page(client, debts))

    client.post(address(debts))

    assert "vraagt u iets" not in text(case_page(client, debts))


def test_a_second_press_changes_nothing(client: Client, debts: Case) -> None:
    client.post(address(debts))

    again = client.post(address(debts))

    assert again.status_code == 302
    assert debts.events.filter(status=Status.WITHDRAWN).count() == 1
    assert client.get(address(debts))["Location"] == reverse("mine:case", args=[debts.reference])


def test_what_is_finished_cannot_be_withdrawn(client: Client, debts: Case) -> None:
    picked_up(debts)
    picked_up(debts, Status.DONE)

    client.post(address(debts))

    assert not case_page(client, debts).find("a", string="Ik wil deze vraag intrekken")
    assert not debts.events.filter(status=Status.WITHDRAWN).exists()


def test_a_mail_confirms_it_without_a_word_of_what(client: Client, debts: Case) -> None:
    before = OutboxDelivery.objects.filter(kind="mail")
    told = set(before.values_list("id", flat=True))

    client.post(address(debts))

    [row] = OutboxDelivery.objects.filter(kind="mail").exclude(id__in=told)
    assert row.state == State.PENDING
    Mailer().deliver(intakes.parcel(debts.submission, "mail"), now=timezone.now())
    sent = f"{mail.outbox[-1].subject} {mail.outbox[-1].body}".lower()
    assert debts.reference.lower() not in sent
    assert not any(word in sent for word in ("schuld", "ingetrokken", "intrek", "kredietbank"))


@pytest.mark.parametrize("verb", ["get", "post"])
def test_nobody_else_withdraws_it(client: Client, debts: Case, verb: str) -> None:
    sign_in(client, digid_resident(bsn="999990639"), digid=True)

    foreign = getattr(client, verb)(address(debts))
    unknown = getattr(client, verb)(reverse("mine:withdraw", args=["ZT-0000-0000-0000"]))

    assert foreign.status_code == unknown.status_code == 404
    assert not debts.events.filter(status=Status.WITHDRAWN).exists()


def test_a_session_by_mail_is_asked_for_digid(client: Client, debts: Case, owner: User) -> None:
    sign_in(client, owner)

    response = client.post(address(debts))

    assert "/account/" in response["Location"]
    assert not debts.events.filter(status=Status.WITHDRAWN).exists()
