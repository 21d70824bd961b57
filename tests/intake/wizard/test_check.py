"""Checking answers, who gets what, and submitting."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from intake.catalogue.queries import catalogue_of, current_release, questionnaire_of
from intake.delivery import document
from intake.questionnaire.answers import AnswerKey
from intake.questionnaire.projection import project
from intake.questionnaire.routing import follow
from intake.submissions.models import Draft, Submission
from portal.accounts.models import User
from tests import intakes
from tests.intake.wizard.factories import (
    answer,
    answers_of,
    draft_of,
    one,
    soup,
    take_back,
    url,
    words,
)

pytestmark = pytest.mark.django_db
TOPICS = ("huishoudelijke-hulp", "schuldhulp")


@pytest.fixture
def draft(resident: User) -> Draft:
    return intakes.filled_draft(resident, TOPICS)


def page_of(client: Client, draft: Draft) -> BeautifulSoup:
    return soup(client.get(url("check", draft)))


def test_every_answer_is_there_with_a_link_that_comes_back(client: Client, draft: Draft) -> None:
    page = page_of(client, draft)

    shown = {str(row["data-answer"]) for row in page.select("[data-answer]")}
    route = follow(
        questionnaire_of(draft.release_id, TOPICS), answers_of(draft), today=intakes.NOON.date()
    )
    assert shown == {question.element.key for question in route.questions}
    links = [row.select_one("a") for row in page.select("[data-answer]")]
    assert all(link and str(link["href"]).endswith("?terug=controleren") for link in links)


def test_a_told_apart_answer_names_its_recipient(client: Client, draft: Draft) -> None:
    rows = page_of(client, draft).select("[data-answer='x.hulpvraag']")

    assert len(rows) == 2
    assert "Uw verhaal, voor Stichting Sociaal Team Zeventerpen" in words(rows[0])
    assert "voor Kredietbank Terpenland" in words(rows[1])


def test_each_recipient_is_shown_exactly_what_it_gets(client: Client, draft: Draft) -> None:
    page = page_of(client, draft)
    route = follow(
        questionnaire_of(draft.release_id, TOPICS), answers_of(draft), today=intakes.NOON.date()
    )

    for recipient, topic in (("sociaal-team", TOPICS[0]), ("kredietbank", TOPICS[1])):
        block = one(page, f"[data-recipient='{recipient}']")
        shares = {str(each["data-shares"]) for each in block.select("[data-shares]")}
        projected = project(route, topic=topic, recipient=recipient)
        assert shares == {each.element for each in projected}
        assert "Dat mag van de wet" in words(block)


def test_the_bsn_is_covered(client: Client, draft: Draft) -> None:
    page = page_of(client, draft)

    assert "999990639" not in words(page)
    assert "••••••639" in words(one(page, "[data-answer='p.bsn']"))
    assert "••••••639" in words(one(page, "[data-recipient=kredietbank] [data-shares='p.bsn']"))


def test_changing_one_answer_comes_back_here(client: Client, draft: Draft) -> None:
    address = url("page", draft, "p.contact") + "?terug=controleren"
    form = one(soup(client.get(address)), "main form")
    assert one(form, "input[name=terug]")["value"] == "controleren"

    fields = {
        "p.contact.telefoon": "0687654321",
        "p.contact.email": "ander@example.org",
        "terug": "controleren",
        "action": "next",
    }
    response = client.post(str(form["action"]), fields)

    assert response["Location"] == url("check", draft)


def test_a_change_asks_its_follow_ups_first(client: Client, draft: Draft) -> None:
    fields = {
        "p.voorkeur.kanaal": "bellen",
        "p.voorkeur.taal": "nl",
        "p.voorkeur.anderPostadres": "ja",
        "p.voorkeur.hulpDoorIemand": "zelf",
        "p.voorkeur.contactpersoon": "nee",
        "terug": "controleren",
        "action": "next",
    }
    answers = answers_of(draft)
    preference = answers[AnswerKey.of("p.voorkeur")].items[0]
    answer(draft, "p.voorkeur", {**preference, "anderPostadres": False})
    take_back(draft, "p.postadres")

    response = client.post(url("page", draft, "p.voorkeur"), fields)

    assert response["Location"] == url("page", draft, "p.postadres") + "?terug=controleren"


def test_what_is_missing_is_listed_and_nothing_is_sent(client: Client, resident: User) -> None:
    draft = draft_of(resident, *TOPICS)

    page = page_of(client, draft)
    assert not page.select("button[value=submit]")
    links = [str(link["href"]) for link in page.select("main .utrecht-alert a")]
    assert url("page", draft, "p.contact") + "?terug=controleren" in links

    forced = client.post(url("check", draft), {"action": "submit"}, follow=True)
    assert "hebben nog een antwoord nodig" in words(soup(forced))
    assert not Submission.objects.exists()


def test_an_email_session_logs_in_with_digid_to_send(client: Client, mail_resident: User) -> None:
    draft = draft_of(mail_resident, *TOPICS, level="email")

    response = client.post(url("check", draft), {"action": "submit"})

    assert response["Location"].startswith("/account/verhogen/")
    assert not Submission.objects.exists()


def test_sending_leads_to_the_confirmation(client: Client, draft: Draft) -> None:
    button = one(page_of(client, draft), "button[value=submit]")
    assert words(button) == "Versturen"

    response = client.post(url("check", draft), {"action": "submit"})

    assert response["Location"] == url("sent", draft)
    assert Submission.objects.get().draft_id == draft.id


def test_sending_again_is_harmless(client: Client, draft: Draft) -> None:
    answers: list[Any] = [
        client.post(url("check", draft), {"action": "submit"}) for _click in range(3)
    ]

    assert {each["Location"] for each in answers} == {url("sent", draft)}
    assert Submission.objects.count() == 1


def test_a_change_comes_back_also_when_something_else_is_missing(
    client: Client, draft: Draft
) -> None:
    take_back(draft, "f.schulden")
    form = one(soup(client.get(url("page", draft, "p.contact"))), "main form")
    fields = {
        "p.contact.telefoon": "0687654321",
        "p.contact.email": "ander@example.org",
        "terug": "controleren",
        "action": "next",
    }

    response = client.post(str(form["action"]), fields)

    assert response["Location"] == url("check", draft)


def test_what_is_too_long_to_send_is_kept_and_pointed_out(
    client: Client, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "LARGEST", 500)
    kept = answers_of(draft)

    response = client.post(url("check", draft), {"action": "submit"})

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 413
    assert "Uw antwoorden zijn te lang om te versturen" in words(page)
    links = [str(link["href"]) for link in page.select(".utrecht-alert a")]
    assert len(links) == 5
    assert all(link.endswith("?terug=controleren") for link in links)
    assert not Submission.objects.exists()
    assert answers_of(draft) == kept


def test_one_recipient_is_not_told_apart_from_others(client: Client, resident: User) -> None:
    alone = intakes.filled_draft(resident, ["schuldhulp"])

    page = page_of(client, alone)

    assert "Alleen deze organisatie krijgt uw antwoorden." in words(page)
    assert "Elke organisatie" not in words(page)
    story = soup(client.get(url("page", alone, "x.hulpvraag")))
    assert "Elke organisatie" not in words(story)


def test_everything_at_once_stays_light(client: Client, resident: User) -> None:
    topics = [topic.key for topic in catalogue_of(current_release().id).topics]
    draft = intakes.filled_draft(resident, topics)

    response = client.get(url("check", draft))

    assert len(response.content) < 105_000


def test_the_task_list_says_that_nothing_was_sent(client: Client, draft: Draft) -> None:
    done = soup(client.get(url("tasks", draft)))
    take_back(draft, "p.contact")
    doing = soup(client.get(url("tasks", draft)))

    assert words(done).count("U heeft nog niets verstuurd") == 1
    assert one(done, "main .utrecht-action-group a")["href"] == url("check", draft)
    assert "U heeft nog niets verstuurd" not in words(doing)


def test_the_papers_page_stops_nobody(client: Client, draft: Draft) -> None:
    page = soup(client.get(url("papers", draft)))

    assert "De brieven over uw schulden" in words(page)
    assert "ook zonder deze papieren versturen" in words(page)
    assert one(page, f"main a[href='{url('check', draft)}']")
