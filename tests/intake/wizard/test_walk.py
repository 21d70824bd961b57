"""Any questionnaire can be filled in to the end by reading the page alone."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import intakes
from tests.journeys.robot import ClientDoor, Resident
from tests.portal.accounts.factories import digid_resident, sign_in
from tests.turns import in_turn

JOURNEYS = {
    "after a fall": ("huishoudelijke-hulp", "woningaanpassing", "vervoer-en-hulpmiddelen"),
    "money": ("bijstandsuitkering", "bijzondere-bijstand", "schuldhulp", "minimaregelingen"),
    "a family": ("jeugdhulp", "minimaregelingen", "leerlingenvervoer"),
    "the finished four": intakes.FOUR_TOPICS,
    "one small one": ("mantelzorgwaardering",),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("seed", "name"), in_turn([*enumerate(JOURNEYS)]))
def test_a_resident_gets_to_the_confirmation(name: str, seed: int, client: Client) -> None:
    intakes.published()
    user = digid_resident()
    sign_in(client, user, digid=True)
    draft = intakes.draft(user, JOURNEYS[name])

    resident = Resident(ClientDoor(client), seed=seed)
    confirmation = resident.walk(reverse("intake:tasks", args=[draft.id]))

    parts = confirmation.soup.select("section[data-topic]")
    assert {part["data-topic"] for part in parts} == set(JOURNEYS[name])
    assert all(part.select("[data-recipient][data-delivery=pending]") for part in parts)
