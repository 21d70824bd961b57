"""Mijn omgeving: what a resident sees of drafts, cases and receipts, and nobody else does."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from intake.actions.record_partner_status import record_partner_status
from intake.cases.models import Case
from intake.cases.status import Status
from intake.receipts.make import make_receipt
from intake.submissions.models import Submission
from portal.accounts.models import User
from tests import intakes
from tests.portal.accounts.factories import digid_resident, resident, sign_in

pytestmark = pytest.mark.django_db
TOPICS = ("huishoudelijke-hulp", "schuldhulp")


@pytest.fixture
def owner() -> User:
    intakes.published()
    return digid_resident()


@pytest.fixture
def submission(owner: User, client: Client) -> Submission:
    sign_in(client, owner, digid=True)
    return intakes.submitted(owner, TOPICS, now=timezone.now() - timedelta(minutes=1))


def page(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def debt_case(submission: Submission) -> Case:
    return submission.cases.get(topic="schuldhulp")


def case_page(client: Client, case: Case) -> BeautifulSoup:
    return page(client, reverse("mine:case", args=[case.reference]))


def tell(case: Case, status: Status, text: str = "") -> None:
    record_partner_status(
        partner="kredietbank",
        case_id=case.id,
        status=status,
        text=text,
        idempotency_key=f"key-{status}",
        now=timezone.now(),
    )


def test_every_case_shows_where_it_is_and_by_when(client: Client, submission: Submission) -> None:
    home = page(client, "/mijn/")

    assert home.select_one(f"[data-reference='{submission.reference}']")
    assert len(home.select("[data-recipient][data-delivery=pending]")) == 2
    for case in submission.cases.all():
        assert case.reference in home.get_text()


def test_a_case_is_called_by_the_one_reference_of_its_intake(
    client: Client, submission: Submission
) -> None:
    case = debt_case(submission)
    tell(case, Status.QUESTION, "Welke brief kreeg u het laatst?")

    main = case_page(client, case).main
    assert main is not None
    shown = " ".join(main.get_text(" ").split())

    assert f"noem kenmerk {submission.reference}" in shown
    assert shown.count(case.reference) == 1, "the number of the part, once and small"


def test_a_draft_can_be_gone_on_with(client: Client, owner: User) -> None:
    sign_in(client, owner, digid=True)
    draft = intakes.draft(owner, TOPICS, now=timezone.now())

    assert page(client, "/mijn/").select_one(f"a[href='/intake/{draft.id}/']")


def test_the_pages_stay_within_a_few_queries(client: Client, submission: Submission) -> None:
    for url in ("/mijn/", reverse("mine:case", args=[debt_case(submission).reference])):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        assert len(queries) <= 16, url


@pytest.mark.parametrize("view", ["mine:case", "mine:receipt", "mine:seen"])
def test_foreign_and_unknown_cases_are_the_same_404(
    client: Client, submission: Submission, view: str
) -> None:
    reference = debt_case(submission).reference
    sign_in(client, digid_resident(bsn="999990639"), digid=True)

    foreign = client.get(reverse(view, args=[reference]))
    unknown = client.get(reverse(view, args=["ZT-0000-0000-0000"]))

    assert foreign.status_code == unknown.status_code == 404


def test_a_session_by_mail_sees_nothing_of_what_came_with_digid(
    client: Client, submission: Submission, owner: User
) -> None:
    sign_in(client, owner)

    assert not page(client, "/mijn/").select("[data-reference]")
    response = client.get(reverse("mine:case", args=[debt_case(submission).reference]))
    assert response.status_code == 302
    assert "/account/" in response["Location"]


def test_somebody_else_sees_an_empty_page(client: Client, submission: Submission) -> None:
    sign_in(client, resident())

    assert submission.reference not in page(client, "/mijn/").get_text()


def test_accepted_is_picked_up_and_a_question_is_not(
    client: Client, submission: Submission
) -> None:
    case = debt_case(submission)
    tell(case, Status.QUESTION, "Welke brief kreeg u het laatst?")

    asked = case_page(client, case)
    assert not asked.select("[data-picked-up]")
    assert "Welke brief kreeg u het laatst?" in asked.select_one(".utrecht-alert").get_text()  # type: ignore[union-attr]

    tell(case, Status.ACCEPTED)

    accepted = case_page(client, case)
    assert accepted.select("[data-recipient=kredietbank][data-picked-up]")
    assert not accepted.select(".utrecht-alert")


def test_what_is_urgent_or_asks_something_stands_first_with_a_button(
    client: Client, owner: User
) -> None:
    sign_in(client, owner, digid=True)
    topics = ["gehandicaptenparkeerkaart", "huishoudelijke-hulp", "schuldhulp"]
    urgent = intakes.submitted(owner, topics, now=timezone.now() - timedelta(minutes=1))
    Case.objects.filter(topic="schuldhulp").update(urgent=True)
    asked = Case.objects.get(topic="huishoudelijke-hulp")
    [helper] = asked.recipients.values_list("recipient", flat=True)
    record_partner_status(
        partner=helper,
        case_id=asked.id,
        status=Status.QUESTION,
        text="Wie poetst er nu?",
        idempotency_key="vraag",
        now=timezone.now(),
    )

    home = page(client, "/mijn/")

    cards = home.select(f"[data-reference='{urgent.reference}'] .utrecht-card")
    headings = [str(card.h4.get_text(strip=True)) for card in cards if card.h4]
    assert headings == ["Schuldhulp", "Huishoudelijke hulp", "Gehandicaptenparkeerkaart"]
    assert cards[0].select_one("[data-alarm] .badge--error")
    assert cards[0].select_one("a.utrecht-button[href='tel:140123']")
    assert cards[1].select_one("[data-asked] .badge--warning")
    assert "Wie poetst er nu?" not in home.get_text()
    [answer] = cards[1].select("a.utrecht-button")
    assert answer["href"] == reverse("mine:case", args=[asked.reference])
    assert not cards[2].select(".badge, .utrecht-button")


def test_a_card_shows_one_step_and_the_case_shows_all(
    client: Client, submission: Submission
) -> None:
    card = page(client, "/mijn/").select_one(".utrecht-card")
    assert card is not None
    assert not card.select(".steps")
    assert "Onderweg" in card.get_text()

    steps = case_page(client, debt_case(submission)).select(".steps .step__label")
    assert [step.get_text() for step in steps] == ["Onderweg", "Aangekomen", "Opgepakt"]


def test_an_urgent_case_goes_on_saying_to_call_until_somebody_works_on_it(
    client: Client, submission: Submission
) -> None:
    case = debt_case(submission)
    Case.objects.filter(pk=case.pk).update(urgent=True)
    tell(case, Status.ACCEPTED)
    assert case_page(client, case).select(".utrecht-alert--warning a[href='tel:140123']")

    tell(case, Status.IN_PROGRESS)
    assert not case_page(client, case).select(".utrecht-alert--warning")


def test_the_header_says_whose_page_it_is(client: Client, owner: User) -> None:
    sign_in(client, owner, digid=True)
    assert "Ingelogd met DigiD" in str(page(client, "/mijn/").header)

    User.objects.filter(pk=owner.pk).update(name="Fatima el Amrani")
    assert "Ingelogd als Fatima el Amrani" in page(client, "/mijn/").header.get_text()  # type: ignore[union-attr]


def test_a_returned_case_says_why_and_promises_no_date(
    client: Client, submission: Submission
) -> None:
    case = debt_case(submission)
    tell(case, Status.RETURNED, "U woont in een andere gemeente.")

    returned = case_page(client, case)

    assert "U woont in een andere gemeente." in returned.get_text()
    assert "Wanneer hoort u van ons?" not in returned.get_text()


def test_the_receipt_is_a_file_once_it_is_made(client: Client, submission: Submission) -> None:
    url = reverse("mine:receipt", args=[debt_case(submission).reference])
    assert client.get(url).status_code == 503

    make_receipt(submission, now=timezone.now())

    response = client.get(url)
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    assert "no-store" in response["Cache-Control"]
    assert client.get(reverse("mine:receipt", args=[submission.reference])).status_code == 200


def test_it_says_who_has_seen_the_answers_and_why(client: Client, submission: Submission) -> None:
    case = debt_case(submission)
    make_receipt(submission, now=timezone.now())
    tell(case, Status.ACCEPTED)
    [link] = case_page(client, case).select("a[href$='/gezien/']")

    shown = page(client, str(link["href"]))

    others = [each.get_text(" ", strip=True) for each in shown.select("main > * .timeline li")]
    text = " ".join(shown.get_text(" ").split())
    assert any("om uw bewijs te maken" in each for each in others)
    assert "Kredietbank Terpenland" in text
    assert "Sociaal Team" not in text
    assert "om uw vragen te versturen" in " ".join(
        each.get_text(" ") for each in shown.select("main details")
    )
