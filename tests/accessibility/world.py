"""What the pages show: Zeventerpen's content, residents half-way, and one who has sent."""

from datetime import timedelta
from typing import Final

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from intake.actions.record_partner_status import record_partner_status
from intake.actions.withdraw_case import withdraw_case
from intake.cases.status import Status
from intake.catalogue.queries import catalogue_of, questionnaire_of
from intake.questionnaire.navigation import pages
from intake.questionnaire.routing import follow
from intake.submissions.assurance import Assurance
from portal.demo.content.pages import load_pages
from portal.demo.content.translations import load_translations
from tests import intakes
from tests.intake.wizard.factories import answers_of, url
from tests.migrated import once
from tests.portal.accounts.factories import digid_resident, resident, sign_in

CONTENT: Final = (
    "schuldhulp",
    "huishoudelijke-hulp",
    "gehandicaptenparkeerkaart",
    "ik-heb-geldzorgen",
    "contact",
    "privacy",
    "vragen",
    "vragen/brief-van-de-deurwaarder",
    "vragen/brieven-niet-opengemaakt",
    "nieuws",
    "nieuws/formulieren-uur",
)
SENT: Final = ("huishoudelijke-hulp", "schuldhulp", "jeugdhulp", "bijstandsuitkering")
NEWS: Final = (
    ("kredietbank", "schuldhulp", Status.ACCEPTED, "Wij bellen u morgen."),
    ("kredietbank", "schuldhulp", Status.QUESTION, "Heeft u ook een schuld bij de bank?"),
    ("isd", "bijstandsuitkering", Status.RETURNED, "U woont in een andere gemeente."),
)
ANOTHER_BSN: Final = "999990639"


class World:
    """Made once, before the first state: `clients` are the browser sessions by who sees."""

    def __init__(self) -> None:
        self.now = timezone.now() - timedelta(hours=1)
        once("accessibility", self._load)
        self.owner, other = digid_resident(), digid_resident(bsn=ANOTHER_BSN)
        people = {"resident": self.owner, "email": resident(), "chooser": other}
        self.clients = {"nobody": Client(raise_request_exception=False)}
        for who, user in people.items():
            self.clients[who] = Client()
            sign_in(self.clients[who], user, digid=who != "email")
        self.begun = intakes.draft(self.owner, SENT, now=self.now)
        self.topics = [topic.key for topic in catalogue_of(self.begun.release_id).topics]
        self.filled = intakes.filled_draft(self.owner, self.topics, now=self.now)
        self.sent = intakes.submitted(self.owner, SENT, now=self.now)
        self.cases = {case.topic: case for case in self.sent.cases.all()}
        self._hear_from_partners()
        intakes.draft(other, ["schuldhulp"], now=self.now)
        self.clients["chooser"].post(reverse("intake:start"), {"onderwerp": "jeugdhulp"})

    def _load(self) -> None:
        intakes.published()
        load_pages(now=self.now, only=CONTENT)
        load_translations(now=self.now)

    def _hear_from_partners(self) -> None:
        """One asks, one sends back, and one case the resident has withdrawn."""
        for at, (partner, topic, status, text) in enumerate(NEWS):
            record_partner_status(
                partner=partner,
                case_id=self.cases[topic].id,
                status=status,
                text=text,
                idempotency_key=f"accessibility-{at}",
                now=timezone.now(),
            )
        withdraw_case(
            case_id=self.cases["jeugdhulp"].id,
            user_id=self.owner.pk,
            assurance=Assurance.SUBSTANTIAL,
            now=timezone.now(),
        )

    def question_pages(self) -> list[str]:
        """The address of every question page of an intake of all topics."""
        questionnaire = questionnaire_of(self.filled.release_id, self.topics)
        route = follow(questionnaire, answers_of(self.filled), today=self.now.date())
        return [url("page", self.filled, page.key) for page in pages(route)]
