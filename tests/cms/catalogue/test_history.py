"""Who changed what, when and why; and two versions side by side."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from cms.catalogue.history.changes import Wanted, changes, people, told
from cms.catalogue.history.marking import marked
from cms.catalogue.history.versions import Versions, versions
from cms.catalogue.importing import import_catalogue
from cms.catalogue.models import Element
from intake.questionnaire.definition import Catalogue
from tests.cms.catalogue import small
from tests.cms.colleagues import colleague, sign_in, with_all_rights
from tests.intakes import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _items() -> None:
    small.imported()


def _published(key: str, by: Any, **fields: Any) -> Element:
    item = Element.objects.get(key=key)
    for name, value in fields.items():
        setattr(item, name, value)
    item.publish(item.save_revision(user=by), user=by)
    return Element.objects.get(key=key)


def test_every_line_says_who_what_and_why(client: Client) -> None:
    by = with_all_rights()
    item = _published("w.woning", by, question="Waarin woont u?", reason="korter")
    first, *_rest = told([*changes(Wanted(item="w.woning"))])
    assert (first.person, first.why) == (by.get_full_name() or by.get_username(), "korter")
    assert first.item == str(item)
    old, new = item.revisions.order_by("pk")
    assert first.compare_url.endswith(f"/{old.pk}...{new.pk}/")
    sign_in(client, by)
    assert "Waarin" in client.get(first.compare_url).content.decode()


def test_the_first_revision_has_nothing_to_compare_with() -> None:
    [line] = told([*changes(Wanted(item="w.woning"))])
    assert line.compare_url == ""
    assert line.person == ""


def test_lines_are_found_by_item_person_and_period() -> None:
    by = with_all_rights()
    _published("w.woning", by, question="Waarin woont u?")
    assert {each.label for each in changes(Wanted(person=str(by.pk)))} == {"Woning (w.woning)"}
    assert people() == [(str(by.pk), by.get_full_name() or by.get_username())]
    day = NOON.date()
    assert changes(Wanted(since=day, until=day, item="p.naam")).count() == 1
    assert not changes(Wanted(until=date(2020, 1, 1))).exists()
    assert changes(Wanted(item="traplift")).count() == 3, "the topic and its own questions"


def test_the_words_that_differ_are_marked() -> None:
    old, new = marked("Hoe woont u nu?", "Hoe slaapt u nu?")
    assert [each.text.strip() for each in old if each.marked] == ["woont"]
    assert [each.text.strip() for each in new if each.marked] == ["slaapt"]
    assert "".join(each.text for each in new) == "Hoe slaapt u nu?"


def _release(catalogue: Catalogue) -> None:
    import_catalogue(catalogue=catalogue, now=NOON)


def _compared() -> Versions:
    with translation.override("en"):
        found = versions("traplift", old=1, new=2)
        assert [str(row.what) for row in found.rows]
        return found


def test_two_versions_stand_side_by_side_in_order() -> None:
    catalogue = small.catalogue()
    name, home, landlord = catalogue.elements
    traplift, other = catalogue.topics
    extra = replace(name, key="p.extra", label="Extra", question="Nog iets?")
    _release(
        replace(
            catalogue,
            elements=(name, replace(home, question="Waarin woont u?"), landlord, extra),
            topics=(
                replace(
                    traplift,
                    always=("p.naam", "w.woning", "p.extra"),
                    questions=traplift.questions[1:],
                ),
                other,
            ),
        )
    )
    found = _compared()
    with translation.override("en"):
        said = [(row.name, str(row.what)) for row in found.rows]
    assert said == [
        ("Traplift", ""),
        ("Naam", ""),
        ("Extra", "New"),
        ("Woning", "Changed"),
        ("Verhuurder", ""),
        ("Trap", "Gone"),
        ("Sinds wanneer", ""),
    ]
    assert not found.equal
    assert not found.absent


def test_a_topic_that_was_not_there_is_told() -> None:
    catalogue = small.catalogue()
    _release(
        replace(
            catalogue,
            topics=catalogue.topics[1:],
            elements=catalogue.elements[:2],
            recipients=(replace(catalogue.recipients[0], topics=("huurhulp",)),),
        )
    )
    assert _compared().absent == [2]


def test_both_screens_open_for_who_may_see_the_catalogue(client: Client) -> None:
    sign_in(client, colleague("Functioneel beheerders"))
    page = client.get(reverse("cms_catalogue_history"), {"item": "woning"}).content.decode()
    assert "Woning (w.woning)" in page
    assert "Naam (p.naam)" not in page
    chosen = {"topic": "traplift", "old": "1", "new": "1"}
    assert (
        "Hoe is uw trap?" in client.get(reverse("cms_catalogue_versions"), chosen).content.decode()
    )
    assert client.get(reverse("cms_catalogue_versions")).status_code == 200


def test_nobody_else_opens_them(client: Client) -> None:
    sign_in(client, colleague("Redacteuren"))
    for name in ("cms_catalogue_history", "cms_catalogue_versions", "cms_catalogue_attention"):
        assert client.get(reverse(name))["Location"] == reverse("wagtailadmin_home")


def test_the_history_of_one_item_gives_reasons_too(client: Client) -> None:
    item = Element.objects.get(key="w.woning")
    item.question, item.reason = "Waarin woont u?", "korter dan eerst"
    by = with_all_rights()
    item.publish(item.save_revision(user=by), user=by)
    sign_in(client, colleague("Toetsers"))
    assert "korter dan eerst" in client.get(small.url(item, "history")).content.decode()
