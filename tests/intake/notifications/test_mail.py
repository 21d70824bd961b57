"""The mail says that there is news, to the address the resident gave, and never what."""

import pytest
from django.core import mail

from intake.actions.record_partner_status import record_partner_status
from intake.cases.status import Status
from intake.notifications.mail import Mailer
from intake.outbox.destinations import Result
from intake.outbox.models import OutboxDelivery
from intake.questionnaire.codes import PartType
from intake.submissions.models import Submission
from tests import intakes
from tests.filling import VALUES

pytestmark = pytest.mark.django_db
TOPICS = ("schuldhulp",)


@pytest.fixture
def submission() -> Submission:
    intakes.published()
    return intakes.submitted(intakes.resident(), TOPICS)


def mails() -> int:
    return OutboxDelivery.objects.filter(kind="mail").count()


def tell(submission: Submission, status: Status) -> None:
    record_partner_status(
        partner="kredietbank",
        case_id=submission.cases.get().id,
        status=status,
        text="Wij willen nog iets weten over uw schulden.",
        idempotency_key=str(status),
        now=intakes.NOON,
    )


def test_it_says_that_there_is_news_and_never_what(submission: Submission) -> None:
    outcome = Mailer().deliver(intakes.parcel(submission, "mail"), now=intakes.NOON)

    [sent] = mail.outbox
    assert outcome.result is Result.ACKNOWLEDGED
    assert sent.to == [VALUES[PartType.EMAIL]]
    assert "/mijn/" in sent.body
    words = f"{sent.subject} {sent.body}".lower()
    for private in ("schuld", "kredietbank", submission.reference.lower(), "trap"):
        assert private not in words


def test_sent_twice_it_is_the_same_mail(submission: Submission) -> None:
    for _time in "ab":
        Mailer().deliver(intakes.parcel(submission, "mail"), now=intakes.NOON)

    assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == 1


def test_a_question_of_a_partner_is_news_once(submission: Submission) -> None:
    before = mails()

    tell(submission, Status.QUESTION)
    tell(submission, Status.QUESTION)

    assert mails() == before + 1


def test_being_at_work_on_it_is_no_news(submission: Submission) -> None:
    before = mails()

    tell(submission, Status.ACCEPTED)

    assert mails() == before
