"""Whatever topics somebody combines, the intake can be filled to the end by its hooks alone.

`RANDOM_SETS` says how many sets are tried. A set follows from its number, so that one
that gets stuck can be tried again.
"""

import os
import random

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests import intakes
from tests.journeys.robot import ClientDoor, Resident, Screen
from tests.portal.accounts.factories import digid_resident, sign_in

SETS = int(os.environ.get("RANDOM_SETS", "3"))
SIZES = (1, 1, 2, 2, 3, 3, 4, 5, 7)
"""Most people come with a few questions; seven at once shows what is only then combined."""


def chosen(offered: list[str], *, number: int) -> set[str]:
    """The topics of one set."""
    chance = random.Random(f"topics {number}")
    return set(chance.sample(offered, min(chance.choice(SIZES), len(offered))))


def offered(screen: Screen) -> list[str]:
    """What the start page has to tick."""
    return [str(each["value"]) for each in screen.soup.select("input[name=onderwerp]")]


def twice(soup: BeautifulSoup) -> list[str]:
    """Ids that stand more than once on a page."""
    ids = [str(each["id"]) for each in soup.select("[id]")]
    return sorted({each for each in ids if ids.count(each) > 1})


@pytest.mark.django_db
@pytest.mark.parametrize("number", range(SETS))
def test_a_random_set_of_topics_is_filled_to_the_end(number: int, client: Client) -> None:
    intakes.published()
    sign_in(client, digid_resident(), digid=True)
    door = ClientDoor(client)
    topics = chosen(offered(door.open(reverse("intake:start"))), number=number)

    fields = {"onderwerp": sorted(topics), "action": ["begin"]}
    tasks = door.send(reverse("intake:start"), fields)
    resident = Resident(door, seed=number)
    sent = resident.walk(tasks.url)

    parts = sent.soup.select("section[data-topic]")
    assert {str(part["data-topic"]) for part in parts} == topics
    assert all(part.select("[data-recipient][data-delivery=pending]") for part in parts)
    assert twice(sent.soup) == []
    assert resident.seen
