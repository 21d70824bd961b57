"""Children, housemates, debts: one page per item, never a form in a form."""

from datetime import date

import pytest
from django.test import Client

from intake.questionnaire.answers import Item
from intake.submissions.models import Draft
from portal.accounts.models import User
from tests.intake.wizard.factories import (
    Register,
    answer,
    draft_of,
    one,
    soup,
    stored,
    url,
    words,
)

pytestmark = pytest.mark.django_db
PAGE, KEY = "f.schulden", "f.schulden"
MONEY = "f.inkomen"  # a list that may be empty
BAKER: Item = {"soort": "winkel", "schuldeiser": "De bakker", "regeling": False}
BANK: Item = {"soort": "lening", "schuldeiser": "De bank", "regeling": False}


@pytest.fixture
def draft(resident: User) -> Draft:
    return draft_of(resident, "schuldhulp")


def fields(number: int, **changed: str) -> dict[str, str]:
    """The form of one debt."""
    typed = {"soort": "winkel", "schuldeiser": "De bakker", "bedrag": "120", "regeling": "nee"}
    return {f"{KEY}.{number}.{part}": value for part, value in {**typed, **changed}.items()}


def creditors(draft: Draft) -> list[object]:
    """Whom the stored list names, in order."""
    given = stored(draft, KEY)
    return [item["schuldeiser"] for item in given.items] if given else []


def test_an_empty_list_offers_to_add_or_to_say_none(client: Client, draft: Draft) -> None:
    page = soup(client.get(url("page", draft, MONEY)))

    add = one(page, f"main a[href='{url('item_add', draft, MONEY)}']")
    assert words(add) == "Inkomen toevoegen"
    none = one(page, f"input[name='{MONEY}.none']")
    assert words(one(page, f"label[for='{none['id']}']")) == "Er is geen inkomen"


def test_none_is_an_answer(client: Client, draft: Draft) -> None:
    client.post(url("page", draft, MONEY), {f"{MONEY}.none": "ja", "action": "next"})

    given = stored(draft, MONEY)
    assert given is not None
    assert given.items == ()
    page = soup(client.get(url("page", draft, MONEY)))
    assert one(page, f"input[name='{MONEY}.none']").has_attr("checked")


def test_neither_is_a_mistake(client: Client, draft: Draft) -> None:
    page = soup(client.post(url("page", draft, MONEY), {"action": "next"}, follow=True))

    link = one(page, "[data-error-summary] a")
    assert one(page, str(link["href"]))["name"] == f"{MONEY}.none"
    assert "Voeg een inkomen toe, of vink aan: “Er is geen inkomen”." in words(link)


def test_a_topic_that_needs_one_does_not_offer_none(client: Client, draft: Draft) -> None:
    forged = {f"{KEY}.none": "ja", "action": "next"}
    page = soup(client.post(url("page", draft, PAGE), forged, follow=True))

    assert not page.select(f"input[name='{KEY}.none']")
    link = one(page, "[data-error-summary] a")
    assert "Voeg een schuld toe." in words(link)
    assert one(page, f"{link['href']} a")["href"] == url("item_add", draft, PAGE)
    assert stored(draft, KEY) is None


@pytest.mark.parametrize(
    ("topics", "offered"),
    [
        (["minimaregelingen"], 1),
        (["minimaregelingen", "jeugdhulp"], 0),
        (["leerlingenvervoer"], 0),
    ],
)
def test_no_child_is_offered_only_where_that_can_be(
    client: Client, resident: User, topics: list[str], offered: int
) -> None:
    draft = draft_of(resident, *topics)

    page = soup(client.get(url("page", draft, "k.kind")))

    assert len(page.select("input[name='k.kind.none']")) == offered


def test_an_empty_list_that_needs_one_is_missing_before_sending(
    client: Client, draft: Draft
) -> None:
    answer(draft, KEY)

    missing = one(soup(client.get(url("check", draft))), ".utrecht-alert")
    assert "Welke schulden heeft u?" in words(missing)


def test_an_item_is_added_on_its_own_page(client: Client, draft: Draft) -> None:
    page = soup(client.get(url("item_add", draft, PAGE)))
    assert words(one(page, "h1")) == "Schuld 1"
    assert len(page.select("main form")) == 1
    assert one(page, "[data-question]")["data-question"] == KEY

    response = client.post(url("item_add", draft, PAGE), {**fields(0), "aantal": "0"})

    assert response["Location"] == url("page", draft, PAGE)
    card = one(soup(client.get(url("page", draft, PAGE))), ".utrecht-card")
    assert "De bakker" in words(card)
    assert [link["href"] for link in card.select("a")] == [
        url("item", draft, PAGE, 1),
        url("item_remove", draft, PAGE, 1),
    ]


def test_a_mistake_in_an_item_keeps_what_was_typed(client: Client, draft: Draft) -> None:
    typed = {**fields(0, bedrag="veel"), "aantal": "0"}

    page = soup(client.post(url("item_add", draft, PAGE), typed, follow=True))

    assert one(page, "[data-error-summary] a")
    assert one(page, f"input[name='{KEY}.0.bedrag']")["value"] == "veel"
    assert one(page, f"input[name='{KEY}.0.schuldeiser']")["value"] == "De bakker"
    assert stored(draft, KEY) is None


def test_an_item_is_changed_in_its_place(client: Client, draft: Draft) -> None:
    answer(draft, KEY, BAKER, BANK)

    page = soup(client.get(url("item", draft, PAGE, 1)))
    assert one(page, f"input[name='{KEY}.0.schuldeiser']")["value"] == "De bakker"
    typed = {**fields(0, schuldeiser="De slager"), "aantal": "2"}
    client.post(url("item", draft, PAGE, 1), typed)

    assert creditors(draft) == ["De slager", "De bank"]


def test_an_item_is_shown_once_more_before_it_goes(client: Client, draft: Draft) -> None:
    answer(draft, KEY, BAKER, BANK)

    page = soup(client.get(url("item_remove", draft, PAGE, 2)))
    assert "De bank" in words(one(page, "main"))
    client.post(url("item_remove", draft, PAGE, 2), {"aantal": "2"})

    assert creditors(draft) == ["De bakker"]


def test_who_removes_the_last_one_has_not_said_none(client: Client, draft: Draft) -> None:
    answer(draft, MONEY, {"soort": "loon"})

    client.post(url("item_remove", draft, MONEY, 1), {"aantal": "1"})

    assert stored(draft, MONEY) is None
    page = soup(client.get(url("page", draft, MONEY)))
    assert not one(page, f"input[name='{MONEY}.none']").has_attr("checked")


def test_another_tab_does_not_make_the_wrong_one_go(client: Client, draft: Draft) -> None:
    answer(draft, KEY, BAKER, BANK)
    client.post(url("item_remove", draft, PAGE, 1), {"aantal": "2"})

    response = client.post(url("item_remove", draft, PAGE, 1), {"aantal": "2"}, follow=True)

    assert creditors(draft) == ["De bank"]
    assert "De lijst is intussen veranderd" in words(soup(response))


def test_a_double_click_adds_once(client: Client, draft: Draft) -> None:
    for _click in range(2):
        client.post(url("item_add", draft, PAGE), {**fields(0), "aantal": "0"})

    assert creditors(draft) == ["De bakker"]


@pytest.mark.parametrize("name", ["item", "item_remove"])
def test_an_item_that_is_not_there_is_not_found(client: Client, draft: Draft, name: str) -> None:
    assert client.get(url(name, draft, PAGE, 1)).status_code == 404


def test_a_page_without_a_list_has_no_items(client: Client, draft: Draft) -> None:
    assert client.get(url("item_add", draft, "p.contact")).status_code == 404


def test_a_full_list_takes_no_more(client: Client, draft: Draft) -> None:
    answer(draft, KEY, *[BAKER] * 60)

    page = soup(client.get(url("page", draft, PAGE)))
    assert not page.select(f"a[href='{url('item_add', draft, PAGE)}']")
    client.post(url("item_add", draft, PAGE), {**fields(60), "aantal": "60"})

    assert len(creditors(draft)) == 60


def test_a_registers_list_is_confirmed_not_edited(
    client: Client, resident: User, register: Register
) -> None:
    register.known["p.kinderen"] = ({"naam": "Bo de Wit"}, {"naam": "Mo de Wit"})
    draft = draft_of(resident, "schuldhulp")

    assert client.get(url("item_add", draft, "p.kinderen")).status_code == 404
    page = soup(client.get(url("page", draft, "p.kinderen")))

    assert "Bo de Wit" in words(one(page, "[data-question='p.kinderen'][data-source=brp]"))
    assert len(page.select("input[name='p.kinderen.klopt']")) == 2
    assert client.get(url("item_add", draft, "p.kinderen")).status_code == 404


def test_a_child_that_was_named_is_not_typed_again(client: Client, resident: User) -> None:
    draft = draft_of(resident, "schuldhulp", "jeugdhulp")
    noor: Item = {"naam": "Noor el Amrani", "geboortedatum": date(2018, 11, 23)}
    answer(draft, "p.kinderen", noor)

    page = soup(client.get(url("page", draft, "k.kind")))
    link = one(page, "main a[href*='bekend=']")
    form = soup(client.get(str(link["href"])))

    assert words(link) == "Noor el Amrani toevoegen"
    assert "Noor" not in str(link["href"])
    assert one(form, "input[name='k.kind.0.naam']")["value"] == "Noor el Amrani"
    assert one(form, "input[name='k.kind.0.geboortedatum.jaar']")["value"] == "2018"


def test_who_stands_on_the_list_is_not_offered_again(client: Client, resident: User) -> None:
    draft = draft_of(resident, "schuldhulp", "jeugdhulp")
    noor: Item = {"naam": "Noor el Amrani", "geboortedatum": date(2018, 11, 23)}
    answer(draft, "p.kinderen", noor)
    answer(draft, "k.kind", {**noor, "schoolsoort": "geen"})

    assert not soup(client.get(url("page", draft, "k.kind"))).select("main a[href*='bekend=']")
