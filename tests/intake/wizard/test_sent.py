"""The confirmation: proof, who has it, what happens next."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.formats import date_format

from intake.cases.models import Case
from intake.catalogue.queries import questionnaire_of
from intake.outbox.models import OutboxDelivery
from intake.outbox.states import State
from intake.questionnaire.answers import Item
from intake.questionnaire.laws import full_law
from intake.receipts.make import make_receipt, receipt_html
from intake.submissions.models import Submission
from portal.accounts.models import User
from tests import intakes
from tests.intake.wizard.factories import answer, draft_of, one, soup, url, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def submission(resident: User) -> Submission:
    return intakes.submitted(resident)


def test_it_shows_the_reference_and_the_moment(client: Client, submission: Submission) -> None:
    page = soup(client.get(url("sent", submission.draft_id)))

    assert one(page, "main [data-reference]")["data-reference"] == submission.reference
    assert submission.reference in words(one(page, "main"))
    assert "21 november 2026 om 13:00 uur" in words(page)


def test_each_part_says_what_it_is_who_has_it_and_by_when(
    client: Client, submission: Submission
) -> None:
    page = soup(client.get(url("sent", submission.draft_id)))

    for case in Case.objects.all():
        part = one(page, f"section[data-topic='{case.topic}']")
        assert full_law(case.law) in words(part)
        assert case.kind in words(part)
        for term in case.terms:
            assert term["name"] in words(part)
        holders = part.select("[data-recipient]")
        assert {str(each["data-recipient"]) for each in holders} == {
            each.recipient for each in case.recipients.all()
        }
        assert {str(each["data-delivery"]) for each in holders} == {"pending"}
        assert not part.select("[data-picked-up]")


@pytest.mark.parametrize(
    ("state", "hook", "told"),
    [
        (State.LEASED, "pending", "Onderweg"),
        (State.SENT, "sent", "Verstuurd"),
        (State.ACKNOWLEDGED, "acknowledged", "Aangekomen"),
        (State.HELD, "held", "Wij lossen het op"),
        (State.DEAD, "dead", "Wij lossen het op"),
    ],
)
def test_how_far_a_part_is(
    client: Client, submission: Submission, state: State, hook: str, told: str
) -> None:
    columns: dict[State, dict[str, Any]] = {
        State.SENT: {"sent_at": intakes.NOON},
        State.ACKNOWLEDGED: {"sent_at": intakes.NOON, "acknowledged_at": intakes.NOON},
        State.LEASED: {"lease_until": intakes.NOON},
        State.HELD: {"reason": "no address"},
        State.DEAD: {"reason": "given up"},
    }
    rows = OutboxDelivery.objects.to_partners()
    rows.update(state=state, **columns.get(state, {}))

    page = soup(client.get(url("sent", submission.draft_id)))

    [holder, *_others] = page.select("[data-recipient=kredietbank]")
    assert holder["data-delivery"] == hook
    assert told in words(holder)


def test_it_leads_to_the_receipt_and_to_help(client: Client, submission: Submission) -> None:
    address = url("sent", submission.draft_id)
    references = [case.reference for case in Case.objects.order_by("position")]
    link = f"main a[href='{reverse('mine:receipt', args=[references[0]])}']"

    waiting = soup(client.get(address))
    make_receipt(submission, now=intakes.NOON)
    page = soup(client.get(address))

    assert not waiting.select(link)
    assert one(waiting, f"main a[href='{address}']")
    assert one(page, link)
    assert "Hoort u niets?" in words(page)
    assert "112" in words(one(page, "main"))
    assert "14 0123" in words(one(page, "main"))


def test_it_can_be_looked_at_again(client: Client, submission: Submission) -> None:
    first = soup(client.get(url("sent", submission.draft_id)))
    again = soup(client.get(url("sent", submission.draft_id)))

    assert words(one(first, "main")) == words(one(again, "main"))


def test_an_intake_that_was_not_sent_leads_to_its_tasks(client: Client, resident: User) -> None:
    draft = draft_of(resident, "schuldhulp")

    assert client.get(url("sent", draft))["Location"] == url("tasks", draft)


def test_a_threat_says_when_somebody_talks_with_you_and_to_call(
    client: Client, resident: User
) -> None:
    threat: Item = {"soort": "ontruiming", "datum": date(2026, 11, 27)}
    draft = intakes.filled_draft(resident, ["schuldhulp"])
    answer(draft, "x.spoed>kredietbank", threat)
    check = soup(client.get(url("check", draft)))
    client.post(url("check", draft), {"action": "submit"})
    case = Case.objects.get()
    pressing = min(date.fromisoformat(term["until"]) for term in case.terms)

    sent = soup(client.get(url("sent", draft)))
    mine = soup(client.get(reverse("mine:case", args=[case.reference])))

    assert "Ik moet mijn huis uit (ontruiming), 27 november 2026" in words(check)
    day = date_format(pressing, "l j F Y")
    told = f"Uiterlijk {day} heeft u een eerste gesprek"
    for page, says in ((check, f"uiterlijk {day} een gesprek"), (sent, told), (mine, told)):
        assert one(page, "main .utrecht-alert--warning a[href='tel:140123']")
        assert words(page).count(says) == 1
        assert words(page).count(date_format(pressing, "j F Y")) <= 2
        assert date_format(max(_untils(case)), "j F Y") not in words(page)


def _untils(case: Case) -> list[date]:
    return [date.fromisoformat(term["until"]) for term in case.terms]


def test_without_a_threat_nobody_is_alarmed(client: Client, resident: User) -> None:
    draft = intakes.filled_draft(resident, ["gehandicaptenparkeerkaart"])
    check = soup(client.get(url("check", draft)))
    client.post(url("check", draft), {"action": "submit"})

    assert not check.select("main .utrecht-alert--warning")
    assert not soup(client.get(url("sent", draft))).select("main .utrecht-alert--warning")


def test_the_day_benefits_were_first_chosen_counts(client: Client, resident: User) -> None:
    draft = intakes.filled_draft(resident, ["bijstandsuitkering", "gehandicaptenparkeerkaart"])
    told = "u vroeg dit voor het eerst op 21 november 2026 . Die dag telt."

    check = words(soup(client.get(url("check", draft))))
    client.post(url("check", draft), {"action": "submit"})
    sent = words(soup(client.get(url("sent", draft))))
    mine = [
        words(soup(client.get(reverse("mine:case", args=[case.reference]))))
        for case in Case.objects.order_by("position")
    ]

    assert check.count("Die dag telt") == sent.count("Die dag telt") == 1
    assert told in check
    assert [told[1:] in page for page in (sent, *mine)] == [True, True, False]
    assert "op <strong>21 november 2026</strong>. Die dag telt." in receipt_html(
        Submission.objects.get(), now=intakes.NOON
    )


def test_it_says_which_papers_help_and_how_they_come_to_us(
    client: Client, submission: Submission
) -> None:
    papers = {
        paper
        for topic in questionnaire_of(submission.release_id, intakes.FOUR_TOPICS).topics
        for paper in topic.papers
    }

    page = words(soup(client.get(url("sent", submission.draft_id))))

    assert papers
    assert all(paper in page for paper in papers)
    assert "Hoge Terp 7" in page
    assert "Wij hebben uw vraag, ook zonder papieren." in page
