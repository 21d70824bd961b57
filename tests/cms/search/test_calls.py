"""Whom to call first, and which topics are offered beside what was found."""

import pytest
from django.test import Client
from django.urls import reverse

from cms.models import HomePage
from tests.cms.factories import (
    answer_page,
    municipality_data,
)
from tests.cms.search.site import page, results


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("mijn man slaat mij", "tel:08002000"),
        ("ik word mishandelt", "tel:08002000"),
        ("ik wil niet meer leven", "tel:08000113"),
        ("zelfmord", "tel:08000113"),
        ("112", "tel:112"),
    ],
)
def test_who_may_be_in_danger_sees_whom_to_call_first(
    home: HomePage, query: str, number: str
) -> None:
    html = page(query)
    assert 0 < html.index(number) < html.index('role="search"')
    assert "Wij denken dat dit past" not in html


@pytest.mark.parametrize(
    ("prefix", "query"),
    [
        ("", "ik word morgen uit huis gezet"),
        ("", "de deurwaarder komt vrijdag"),
        ("/en", "they will cut off my electricity"),
        ("/uk", "мене виселяють"),
        ("/ar", "قطع الكهرباء"),
        ("/ar", "ik moet mijn huis uit"),
    ],
)
def test_who_cannot_wait_sees_our_number_and_hours_first(
    home: HomePage, prefix: str, query: str
) -> None:
    municipality_data(phone="14 0999", opening_hours="Maandag van 9.00 tot 17.00 uur")
    html = page(query, prefix=prefix)
    field = html.index('role="search"')
    assert 0 < html.index('href="tel:140999"') < field
    hours = "9:00–17:00" if prefix else "maandag van 9.00 tot 17.00 uur"
    assert 0 < html.index(hours) < field


@pytest.mark.parametrize("query", ["mijn man slaat mij niet meer", "ik wil niet meer leven"])
def test_what_was_found_stays_closed_beside_a_number_that_comes_first(
    home: HomePage, query: str
) -> None:
    html = page(f"{query} met schuldhulp")
    closed = html.split("Wat u verder op deze website vindt")[1]
    assert html.count('href="/schuldhulp/"') == closed.count('href="/schuldhulp/"') > 0
    assert 'id="fits-' not in html


def test_with_a_line_beside_it_the_results_stay_open(home: HomePage) -> None:
    html = page("mijn zoon is agressief, en schuldhulp graag")
    assert "tel:08002000" in html
    assert "Wat u verder op deze website vindt" not in html
    assert 'id="fits-schuldhulp"' in html


def test_nothing_else_stands_beside_a_number_when_nothing_was_found(home: HomePage) -> None:
    html = page("zelfmoord")
    assert "niets gevonden" not in html
    assert "bel ons of kom langs" in html.casefold()
    assert '<ul class="link-columns">' not in html.split("<main")[1].split("</main")[0]


def test_six_results_stand_open_and_the_rest_is_behind_more(home: HomePage) -> None:
    index = home.get_children().get(slug="vragen")
    for number in range(8):
        answer_page(index, title=f"Is tapijt {number} duur?", slug=f"tapijt-{number}")
    html = page("tapijt").split("<main")[1]
    first, more = html.split('<details class="disclosure"', 1)[0], html.split("Nog 2 resultaten")[1]
    assert first.count('class="results__title"') == 6
    assert more.count('class="results__title"') == 2
    assert '<ol class="results" start="7">' in more


def test_before_anybody_filled_in_a_number_the_results_stand_alone(home: HomePage) -> None:
    assert results("ik word uit huis gezet")[0] == "/schuldhulp/"


def test_both_for_who_is_in_danger_and_on_the_street(home: HomePage) -> None:
    municipality_data(phone="14 0999")
    html = page("mijn man slaat mij en ik kan nergens slapen")
    assert html.index("tel:08002000") < html.index('href="tel:140999"')


def ticks(query: str) -> dict[str, bool]:
    """The topics offered above the results, and whether they stand ticked."""
    response = Client().get(reverse("search"), {"q": query})
    html = response.content.decode()
    found = {topic.key: topic.ticked for topic in response.context["found"].topics}
    for key, ticked in found.items():
        control = html.split(f'id="fits-{key}"')[1].split(">")[0]
        assert ("checked" in control) is ticked
    return found


def test_only_what_was_surely_asked_for_is_ticked(home: HomePage) -> None:
    told = ticks("ik kom niet rond, en hulp bij woningaanpassing graag")
    assert told["woningaanpassing"] is True
    assert told["schuldhulp"] is False


def test_one_topic_is_offered_too_and_says_what_it_is(home: HomePage) -> None:
    assert ticks("schuldhulp") == {"schuldhulp": True}
    html = page("schuldhulp")
    topic = Client().get("/zoeken/", {"q": "schuldhulp"}).context["found"].topics[0]
    assert topic.summary
    assert f'id="fits-schuldhulp-help">{topic.summary}<' in html
    assert "Begin met dit onderwerp" in html


def test_a_topic_that_nobody_named_may_fit(home: HomePage) -> None:
    fits = ticks("u betaalt nergens uw rekening")
    assert "Misschien past dit" in page("u betaalt nergens uw rekening")
    assert fits["schuldhulp"] is False
    assert not any(fits.values())
    assert ticks("bellen of langskomen") == {}


def test_a_guess_ticks_nothing(home: HomePage) -> None:
    assert ticks("schuldhlup") == {"schuldhulp": False}


@pytest.mark.parametrize("query", ["schuldhulp", "geld", "snijbonen", "man in ziekenhuis", "huis"])
def test_an_ordinary_query_alarms_nobody(home: HomePage, query: str) -> None:
    municipality_data(phone="14 0999")
    html = page(query).split('role="search"')[0]
    assert "tel:08000113" not in html
    assert "tel:08002000" not in html
    assert "tel:140999" not in html.split("<main")[1]
