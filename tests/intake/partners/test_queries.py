"""Every recipient of the catalogue has a partner with a gate."""

import pytest

from intake.partners.models import GateState, Partner, PartnerGate
from intake.partners.queries import ensure_partners
from intake.partners.routes import change
from tests.intake.outbox.factories import NOON, Recipient

pytestmark = pytest.mark.django_db


def test_a_new_recipient_gets_a_partner_that_fetches() -> None:
    ensure_partners(recipients=[Recipient("isd", "ISD")], now=NOON)
    partner = Partner.objects.get(key="isd")
    assert (partner.name, partner.delivery, partner.address) == ("ISD", "inbox", "")
    assert PartnerGate.objects.get(partner=partner).state == GateState.PASSING


def test_a_known_one_keeps_everything_but_its_name() -> None:
    ensure_partners(recipients=[Recipient("isd", "ISD")], now=NOON)
    change(partner="isd", address="https://isd.example/", now=NOON)
    PartnerGate.objects.update(last_sequence=7)

    ensure_partners(recipients=[Recipient("isd", "Terpenland")], now=NOON)

    partner = Partner.objects.get(key="isd")
    assert (partner.name, partner.address) == ("Terpenland", "https://isd.example/")
    assert PartnerGate.objects.get().last_sequence == 7


def test_no_recipients_is_fine() -> None:
    ensure_partners(recipients=[], now=NOON)
    assert not Partner.objects.exists()
