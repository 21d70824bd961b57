"""Something threatens: the resident hears whom to call at once, and no longer than needed."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from intake.actions.record_partner_status import record_partner_status
from intake.cases.clocks import AMSTERDAM
from intake.cases.models import Case
from intake.cases.status import Status
from intake.questionnaire.answers import Item
from intake.submissions.models import Draft
from intake.wizard import access, confirmation
from portal.accounts.models import User
from portal.mine import views
from tests import intakes
from tests.intake.wizard.factories import answer, one, soup, url, words

pytestmark = pytest.mark.django_db
THREAT: Item = {"soort": "ontruiming", "datum": date(2026, 11, 27)}
OPEN = datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM)
CLOSED = datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM)
EVICTION = {
    "x.spoed.kredietbank.soort": "ontruiming",
    "x.spoed.kredietbank.datum.dag": "27",
    "x.spoed.kredietbank.datum.maand": "11",
    "x.spoed.kredietbank.datum.jaar": "2026",
}


@pytest.fixture
def draft(resident: User) -> Draft:
    calm = intakes.filled_draft(resident, ["schuldhulp"])
    answer(calm, "x.spoed>kredietbank", {"soort": "geen"})
    return calm


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What time the wizard and Mijn omgeving think it is; a Monday morning to begin with."""
    clock = SimpleNamespace(at=OPEN)
    clock.now = lambda: clock.at
    for module in (access, confirmation, views):
        monkeypatch.setattr(module, "timezone", clock)
    return clock


def test_the_page_after_the_answer_says_whom_to_call(client: Client, draft: Draft) -> None:
    assert "14 0123" not in words(one(soup(client.get(url("page", draft, "x.spoed"))), "main"))

    client.post(url("page", draft, "x.spoed"), {**EVICTION, "autosave": "1"})
    response = client.post(url("page", draft, "x.spoed"), {**EVICTION, "action": "next"})
    client.get(response["Location"])
    answered = soup(client.get(url("page", draft, "p.contact")))
    again = one(soup(client.get(url("page", draft, "p.contact"))), "main")

    told = words(one(answered, "main .utrecht-alert"))
    assert "Bel nu: 14 0123" in told
    assert "Ik moet mijn huis uit (ontruiming), 27 november 2026" in told
    assert "tot 17:00 uur" in told
    assert "112" in told
    assert not again.select(".utrecht-alert")
    assert one(again, ".call-line a")["href"] == "tel:140123"


def test_out_of_hours_it_says_when_somebody_answers(
    client: Client, draft: Draft, clock: SimpleNamespace
) -> None:
    answer(draft, "x.spoed>kredietbank", THREAT)
    clock.at = CLOSED

    for page in ("tasks", "check"):
        told = words(one(soup(client.get(url(page, draft))), "main .utrecht-alert--warning"))
        assert "Bel nu" not in told
        assert "maandag 23 november vanaf 9:00 uur" in told
        assert "Verstuur uw vragen nu" in told
        assert "maandag tot en met vrijdag van 9.00 tot 17.00 uur" in told


def test_nobody_calls_about_what_was_picked_up(client: Client, draft: Draft) -> None:
    answer(draft, "x.spoed>kredietbank", THREAT)
    client.post(url("check", draft), {"action": "submit"})
    case = Case.objects.get()
    pages = (url("sent", draft), reverse("mine:case", args=[case.reference]))

    assert all("Bel nu: 14 0123" in words(soup(client.get(page))) for page in pages)
    record_partner_status(
        partner="kredietbank",
        case_id=case.id,
        status=Status.ACCEPTED,
        text="",
        idempotency_key="key",
        now=OPEN + timedelta(hours=1),
    )
    for page in pages:
        shown = words(soup(client.get(page)))
        assert "Bel nu" not in shown
        assert "Wordt het erger? Bel 14 0123" in shown, "what threatens still does"
