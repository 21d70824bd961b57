"""A page of questions: hooks, saving, mistakes, going on."""

from typing import Any

import pytest
from django.test import Client

from intake.submissions.models import Draft
from intake.wizard.typed import KEY
from portal.accounts.models import User
from tests.intake.wizard.factories import answer, draft_of, one, soup, stored, url, words

pytestmark = pytest.mark.django_db
CONTACT = {"p.contact.telefoon": "06 12345678", "p.contact.email": ""}


@pytest.fixture
def draft(resident: User) -> Draft:
    return draft_of(resident, "huishoudelijke-hulp", "schuldhulp")


def send(client: Client, draft: Draft, page: str, fields: dict[str, Any], to: str = "next") -> Any:
    """Press a button of a page."""
    return client.post(url("page", draft, page), {**fields, "action": to})


def test_a_page_carries_the_hooks(client: Client, draft: Draft) -> None:
    page = soup(client.get(url("page", draft, "p.contact")))

    question = one(page, "[data-question='p.contact']")
    assert question["data-needed-by"] == "huishoudelijke-hulp schuldhulp"
    inputs = question.select("input, textarea, select")
    assert inputs
    assert all(str(each["name"]).startswith("p.contact") for each in inputs)
    assert "Voor: Huishoudelijke hulp, Schuldhulp" in words(one(question, ".why"))


def test_the_question_is_the_heading_and_the_browser_title_is_neutral(
    client: Client, draft: Draft
) -> None:
    page = soup(client.get(url("page", draft, "p.contact")))

    assert words(one(page, "h1")) == "Op welk nummer en e-mailadres bent u te bereiken?"
    title = words(one(page, "title"))
    assert title.startswith("Uw vragen – nog ongeveer ")
    assert "schuld" not in title.lower()


def test_every_input_has_a_label_and_nothing_but_that(client: Client, draft: Draft) -> None:
    for name in ("p.contact", "p.voorkeur", "w.woning", "z.beperking", "x.hulpvraag"):
        page = soup(client.get(url("page", draft, name)))
        for control in page.select("main form input:not([type=hidden]), main form textarea"):
            assert one(page, f"label[for='{control['id']}']"), control
            assert "placeholder" not in control.attrs


def test_saving_leads_to_the_next_open_question(client: Client, draft: Draft) -> None:
    response = send(client, draft, "p.contact", CONTACT)

    saved = stored(draft, "p.contact")
    assert saved is not None
    assert saved.value("telefoon") == "+31612345678"
    assert response["Location"] == url("page", draft, "p.voorkeur")
    draft.refresh_from_db()
    assert f"/{draft.last_page}/" in url("page", draft, "p.contact")


def test_an_answer_comes_back_as_it_was_given(client: Client, draft: Draft) -> None:
    send(client, draft, "p.contact", CONTACT)

    page = soup(client.get(url("page", draft, "p.contact")))

    assert one(page, "input[name='p.contact.telefoon']")["value"] == "06 12345678"


def test_a_mistake_is_told_at_the_top_and_at_the_input_and_keeps_what_was_typed(
    client: Client, draft: Draft
) -> None:
    typed = {"p.contact.telefoon": "112", "p.contact.email": "anna@post.example"}

    response = send(client, draft, "p.contact", typed)
    page = soup(client.get(response["Location"]))

    assert response["Location"] == url("page", draft, "p.contact")  # so that Back finds a page
    assert words(one(page, "title")).startswith("Fout: ")
    link = one(page, "[data-error-summary] a")
    control = one(page, str(link["href"]))
    assert control["name"] == "p.contact.telefoon"
    assert control["value"] == "112"
    message = one(page, f"#{str(control['aria-describedby']).split()[0]}")
    assert "geen goed telefoonnummer" in words(message)
    assert one(page, "input[name='p.contact.email']")["value"] == "anna@post.example"


def test_what_is_right_beside_a_mistake_is_saved(client: Client, draft: Draft) -> None:
    typed = {"p.contact.telefoon": "112", "p.contact.email": "anna@post.example"}

    send(client, draft, "p.contact", typed)

    saved = stored(draft, "p.contact")
    assert saved is not None
    assert saved.items == ({"email": "anna@post.example"},)
    tasks = soup(client.get(url("tasks", draft)))
    assert one(tasks, "[data-task=over-u]")["data-state"] == "doing"


@pytest.mark.parametrize(("button", "name"), [("previous", "page"), ("later", "tasks")])
def test_every_button_saves(client: Client, draft: Draft, button: str, name: str) -> None:
    response = send(client, draft, "p.contact", CONTACT, to=button)

    place = ["persoon"] if name == "page" else []
    assert response["Location"] == url(name, draft, *place)
    assert stored(draft, "p.contact")


def test_pausing_saves_without_a_page(client: Client, draft: Draft) -> None:
    response = client.post(url("page", draft, "p.contact"), {**CONTACT, "autosave": "1"})

    assert response.status_code == 204
    assert stored(draft, "p.contact")


def test_pausing_halfway_a_word_is_no_mistake(client: Client, draft: Draft) -> None:
    typed = {"p.contact.telefoon": "06 12", "autosave": "1"}

    assert client.post(url("page", draft, "p.contact"), typed).status_code == 202
    assert stored(draft, "p.contact") is None


def test_an_answer_that_did_not_change_keeps_its_date(client: Client, draft: Draft) -> None:
    answer(draft, "p.contact", {"telefoon": "+31612345678"})
    before = stored(draft, "p.contact")

    send(client, draft, "p.contact", CONTACT)

    assert stored(draft, "p.contact") == before


def test_dont_know_is_an_answer(client: Client, draft: Draft) -> None:
    page = soup(client.get(url("page", draft, "z.lopendeHulp")))
    unknown = page.select("input[value=unknown]")

    assert unknown
    labels = {words(one(page, f"label[for='{each['id']}']")) for each in unknown}
    assert labels == {"Weet ik niet"}


def test_two_tabs_keep_both_answers(client: Client, draft: Draft) -> None:
    client.get(url("page", draft, "p.contact"))
    client.get(url("page", draft, "x.leveringsvorm"))

    send(client, draft, "x.leveringsvorm", {"x.leveringsvorm.vorm": "zin"})
    send(client, draft, "p.contact", CONTACT)

    assert stored(draft, "p.contact")


def test_a_follow_up_tells_what_it_depends_on(client: Client, draft: Draft) -> None:
    page = soup(client.get(url("page", draft, "p.voorkeur")))

    holder = one(page, "[data-when-part='p.voorkeur.taal'][data-when-values=anders]")
    assert one(holder, "input")["name"] == "p.voorkeur.andereTaal"
    without_scripts = one(holder, "noscript")
    assert words(without_scripts) == (
        "Alleen als u “Een andere taal” kiest bij “In welke taal praat u het liefst?”."
    )


def test_is_there_danger_can_be_dialled(client: Client, draft: Draft) -> None:
    asked = one(soup(client.get(url("page", draft, "x.spoed"))), "[data-question='x.spoed']")

    assert {each["href"] for each in asked.select("a[href^=tel]")} >= {"tel:112", "tel:08002000"}


def test_a_page_that_is_not_needed_any_more_says_so(client: Client, draft: Draft) -> None:
    response = client.get(url("page", draft, "p.postadres"), follow=True)

    assert response.redirect_chain[-1][0] == url("tasks", draft)
    assert "niet meer nodig" in words(soup(response))


def test_an_unknown_page_is_not_found(client: Client, draft: Draft) -> None:
    assert client.get(url("page", draft, "p-ponskaart")).status_code == 404


def test_extra_fields_are_ignored(client: Client, draft: Draft) -> None:
    send(client, draft, "p.contact", {**CONTACT, "p.bsn.nummer": "999990639", "owner": "x"})

    assert stored(draft, "p.bsn") is None


def test_what_was_typed_is_sealed_in_the_session(client: Client, draft: Draft) -> None:
    send(client, draft, "p.contact", {"p.contact.telefoon": "06-geheim"})

    assert "geheim" not in str(dict(client.session))
    assert "06-geheim" not in client.get(url("page", draft, "p.voorkeur")).content.decode()
    once, again = (client.get(url("page", draft, "p.contact")).content.decode() for _ in range(2))
    assert "06-geheim" in once
    assert "06-geheim" in again


def test_what_was_typed_is_gone_when_something_else_is_sent(client: Client, draft: Draft) -> None:
    send(client, draft, "p.contact", {"p.contact.telefoon": "112"})
    send(client, draft, "p.contact", CONTACT)

    page = soup(client.get(url("page", draft, "p.contact")))
    assert not page.select("[data-error-summary]")
    assert KEY not in client.session


def test_what_was_typed_does_not_open_on_another_page(client: Client, draft: Draft) -> None:
    send(client, draft, "p.contact", {"p.contact.telefoon": "112"})
    session = client.session
    session[KEY] = {**session[KEY], "at": session[KEY]["at"].replace(str(draft.id), "elders")}
    session.save()

    page = soup(client.get(url("page", draft, "p.contact")))
    assert not page.select("[data-error-summary]")


def test_what_was_typed_stays_text(client: Client, draft: Draft) -> None:
    evil = "<script>alert(1)</script>"

    send(client, draft, "p.contact", {"p.contact.telefoon": evil})
    page = client.get(url("page", draft, "p.contact")).content.decode()

    assert evil not in page
    assert "&lt;script&gt;" in page
