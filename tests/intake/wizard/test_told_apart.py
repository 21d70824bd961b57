"""What is told per recipient: one page, a part for each, nobody reads another's."""

import pytest
from django.test import Client

from portal.accounts.models import User
from tests.intake.wizard.factories import draft_of, one, soup, stored, url, words

pytestmark = pytest.mark.django_db
PAGE = "x.hulpvraag"
TO_TEAM = {
    "x.hulpvraag.sociaal-team.verhaal": "Ik ben gevallen.",
    "x.hulpvraag.sociaal-team.doel": "Zelf koken.",
}


def test_each_recipient_has_its_own_part(client: Client, resident: User) -> None:
    draft = draft_of(resident, "huishoudelijke-hulp", "schuldhulp")

    page = soup(client.get(url("page", draft, PAGE)))

    parts = one(page, "[data-question='x.hulpvraag']").select("fieldset")
    assert [words(part.legend) for part in parts if part.legend] == [
        "Voor Stichting Sociaal Team Zeventerpen",
        "Voor Kredietbank Terpenland",
    ]
    names = {str(each["name"]).split(".")[2] for each in page.select("main textarea")}
    assert names == {"sociaal-team", "kredietbank"}


def test_each_part_is_stored_for_its_recipient(client: Client, resident: User) -> None:
    draft = draft_of(resident, "huishoudelijke-hulp", "schuldhulp")

    page = soup(client.post(url("page", draft, PAGE), {**TO_TEAM, "action": "next"}, follow=True))

    told = stored(draft, "x.hulpvraag>sociaal-team")
    assert told is not None
    assert told.value("verhaal") == "Ik ben gevallen."
    assert stored(draft, "x.hulpvraag>kredietbank") is None
    summary = words(one(page, "[data-error-summary]"))
    assert "Voor Kredietbank Terpenland" in summary
    assert "Sociaal Team" not in summary


def test_a_recipient_that_was_not_chosen_gets_nothing(client: Client, resident: User) -> None:
    draft = draft_of(resident, "huishoudelijke-hulp")

    forged = {"x.hulpvraag.kredietbank.verhaal": "Niet voor u."}
    client.post(url("page", draft, PAGE), {**TO_TEAM, **forged, "action": "next"})

    assert stored(draft, "x.hulpvraag>kredietbank") is None
