"""What a register knows: shown with source and date, never skipped, never silently changed."""

import pytest
from django.test import Client

from portal.accounts.models import User
from tests.intake.wizard.factories import (
    NAME,
    Register,
    draft_of,
    one,
    soup,
    stored,
    url,
    words,
)

pytestmark = pytest.mark.django_db
PERSON = "persoon"


def test_a_known_value_is_shown_with_its_source_and_date(
    client: Client, resident: User, register: Register
) -> None:
    register.known["p.naam"] = (NAME,)
    draft = draft_of(resident, "schuldhulp")

    page = soup(client.get(url("page", draft, PERSON)))

    name = one(page, "[data-question='p.naam']")
    assert (name["data-source"], name["data-as-of"]) == ("brp", "2026-11-20")
    assert "Anna" in words(name)
    assert "Basisregistratie Personen (BRP), 20 november 2026" in words(name)
    assert "Naam: klopt dit?" in words(name)
    bsn = one(page, "[data-question='p.bsn']")
    assert bsn["data-source"] == "digid"
    assert not bsn.select("input")  # the log-in is sure of it


def test_what_a_register_does_not_know_is_asked(
    client: Client, resident: User, register: Register
) -> None:
    register.known["p.naam"] = (NAME,)
    draft = draft_of(resident, "schuldhulp")

    page = soup(client.get(url("page", draft, PERSON)))

    assert one(page, "input[name='p.adres.straat']")


def test_a_register_is_asked_once(client: Client, resident: User, register: Register) -> None:
    for element in ("p.naam", "p.geboortedatum", "p.adres"):
        register.known[element] = (NAME,)
    draft = draft_of(resident, "gehandicaptenparkeerkaart")

    client.get(url("page", draft, PERSON))
    client.get(url("page", draft, PERSON))

    assert register.asked == 1


def test_a_known_value_counts_only_when_confirmed(
    client: Client, resident: User, register: Register
) -> None:
    register.known["p.naam"] = (NAME,)
    draft = draft_of(resident, "schuldhulp")
    client.get(url("page", draft, PERSON))
    before = stored(draft, "p.naam")
    assert before is not None
    assert not before.counts

    client.post(url("page", draft, PERSON), {"p.naam.klopt": "ja", "action": "later"})

    after = stored(draft, "p.naam")
    assert after is not None
    assert after.confirmed
    assert (after.source, after.items) == ("brp", (NAME,))


def test_a_correction_stands_beside_the_registers_value(
    client: Client, resident: User, register: Register
) -> None:
    register.known["p.naam"] = (NAME,)
    draft = draft_of(resident, "schuldhulp")
    client.get(url("page", draft, PERSON))

    fields = {"p.naam.klopt": "nee", "p.naam.correctie": "Ik heet De Wit-Zwart."}
    client.post(url("page", draft, PERSON), {**fields, "action": "later"})

    given = stored(draft, "p.naam")
    assert given is not None
    assert given.items == (NAME,)
    assert given.correction == "Ik heet De Wit-Zwart."
    page = soup(client.get(url("page", draft, PERSON)))
    assert words(one(page, "[name='p.naam.correctie']")) == "Ik heet De Wit-Zwart."
    assert one(page, "[name='p.naam.klopt'][checked]")["value"] == "nee"


def test_no_needs_a_word_of_what_is_wrong(
    client: Client, resident: User, register: Register
) -> None:
    register.known["p.naam"] = (NAME,)
    draft = draft_of(resident, "schuldhulp")
    client.get(url("page", draft, PERSON))

    page = soup(client.post(url("page", draft, PERSON), {"p.naam.klopt": "nee"}, follow=True))

    assert "Naam: Schrijf op wat er niet klopt." in words(one(page, "[data-error-summary]"))


def test_a_forged_value_does_not_replace_the_registers(
    client: Client, resident: User, register: Register
) -> None:
    register.known["p.naam"] = (NAME,)
    draft = draft_of(resident, "schuldhulp")
    client.get(url("page", draft, PERSON))

    client.post(url("page", draft, PERSON), {"p.naam.voornamen": "Koning", "p.naam.klopt": "ja"})

    given = stored(draft, "p.naam")
    assert given is not None
    assert given.value("voornamen") == "Anna"


def test_a_source_that_is_down_says_so_and_may_be_asked_again(
    client: Client, resident: User, register: Register
) -> None:
    register.down = True
    draft = draft_of(resident, "schuldhulp")

    down = soup(client.get(url("page", draft, PERSON)))
    assert "Deze bron geeft geen antwoord: BRP" in words(down)
    assert one(down, "input[name='p.naam.voornamen']")

    register.down, register.known["p.naam"] = False, (NAME,)
    page = soup(client.get(url("page", draft, PERSON)))
    assert one(page, "[data-question='p.naam']")["data-source"] == "brp"


def test_an_email_session_is_asked_to_step_up_and_may_do_the_rest_first(
    client: Client, mail_resident: User, register: Register
) -> None:
    draft = draft_of(mail_resident, "schuldhulp", level="email")

    page = soup(client.get(url("page", draft, PERSON)))

    assert "Log in met DigiD voor deze vragen" in words(one(page, "h1"))
    links = [str(link["href"]) for link in page.select("main .utrecht-action-group a")]
    assert links[0].startswith("/account/verhogen/?next=")
    assert links[1] == url("page", draft, "p.contact")
    assert not page.select("[data-question]")
    assert register.asked == 0


def test_an_email_session_cannot_fill_in_register_data(client: Client, mail_resident: User) -> None:
    draft = draft_of(mail_resident, "schuldhulp", level="email")

    client.post(url("page", draft, PERSON), {"p.bsn.nummer": "999990639", "action": "next"})

    assert stored(draft, "p.bsn") is None


def test_an_email_session_does_the_other_questions(client: Client, mail_resident: User) -> None:
    draft = draft_of(mail_resident, "schuldhulp", level="email")

    fields = {"p.contact.telefoon": "0612345678", "action": "next"}
    client.post(url("page", draft, "p.contact"), fields)

    assert stored(draft, "p.contact")
    hint = one(soup(client.get(url("tasks", draft))), "[data-task=over-u]")
    assert "DigiD" in words(hint)


def test_a_form_that_skips_the_page_cannot_fill_in_another_bsn(
    client: Client, resident: User, register: Register
) -> None:
    assert register
    draft = draft_of(resident, "schuldhulp")

    client.post(url("page", draft, PERSON), {"p.bsn.nummer": "111222333", "action": "later"})

    bsn = stored(draft, "p.bsn")
    assert bsn is not None
    assert bsn.source == "digid"
    assert bsn.value("nummer") != "111222333"
