"""Pages whose day has come, and the one mail about them."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError

from cms.models import ReviewReminder
from cms.reviews import due, remind
from tests.cms.colleagues import colleague
from tests.cms.factories import home_page, topic_page
from tests.cms.moments import NOW

TODAY = date(2026, 11, 21)


def waiting_page(**fields: Any) -> Any:
    return topic_page(home_page(), **({"review_on": TODAY} | fields))


@pytest.mark.parametrize(("days", "is_due"), [(-30, True), (0, True), (1, False)])
def test_a_page_is_due_from_its_day_on(db: None, days: int, *, is_due: bool) -> None:
    page = waiting_page(review_on=TODAY + timedelta(days=days))
    assert (page.pk in {found.pk for found in due(TODAY)}) is is_due


def test_a_page_without_a_day_or_that_is_not_live_is_never_due(db: None) -> None:
    home = home_page()
    topic_page(home, review_on=None)
    topic_page(home, slug="weg", topic_key="jeugdhulp", review_on=TODAY, live=False)
    assert due(TODAY) == []


def test_the_owner_gets_one_mail_that_tells_nothing_of_the_page(db: None) -> None:
    owner = colleague("Redacteuren")
    colleague("Redacteuren")
    page = waiting_page(owner=owner)
    assert remind(now=NOW) == 1
    [message] = mail.outbox
    assert message.to == [owner.email]
    assert "/beheer/aandacht/opnieuw-lezen/" in str(message.body)
    assert page.title not in f"{message.subject} {message.body}"


def test_nobody_is_mailed_twice_about_a_day(db: None) -> None:
    colleague("Redacteuren")
    page = waiting_page()
    assert (remind(now=NOW), remind(now=NOW + timedelta(days=1))) == (1, 0)
    page.review_on = TODAY + timedelta(days=2)
    page.save()
    assert remind(now=NOW + timedelta(days=3)) == 1
    assert len(mail.outbox) == 2


def test_without_an_owner_who_works_here_every_editor_is_mailed(db: None) -> None:
    gone = colleague("Redacteuren")
    gone.is_active = False
    gone.save()
    editors = {colleague("Redacteuren").email for _ in range(2)}
    colleague("Beheerders")
    waiting_page(owner=gone)
    remind(now=NOW)
    assert {address for message in mail.outbox for address in message.to} == editors


def test_the_database_refuses_a_second_reminder(db: None) -> None:
    page = waiting_page()
    ReviewReminder.objects.create(page=page, review_on=TODAY, sent_at=NOW)
    with pytest.raises(IntegrityError):
        ReviewReminder.objects.create(page=page, review_on=TODAY, sent_at=NOW)


def test_the_command_says_how_many(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    waiting_page(review_on=date(2020, 1, 1), owner=colleague("Redacteuren"))
    call_command("remind_reviewers")
    assert capsys.readouterr().out.startswith("1 page")


def test_an_address_that_fails_keeps_nobody_else_from_theirs(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = home_page()
    first, second = colleague("Redacteuren"), colleague("Redacteuren")
    topic_page(home, review_on=TODAY, owner=first)
    topic_page(home, review_on=TODAY, owner=second, slug="tweede", topic_key="jeugdhulp")
    sent = []

    def send(address: str) -> None:
        if address == first.email:
            raise OSError
        sent.append(address)

    monkeypatch.setattr("cms.reviews._send", send)
    assert remind(now=NOW) == 1
    assert sent == [second.email]
    assert remind(now=NOW) == 0, "the first one is tried again, the second one is not"
    assert sent == [second.email]
