"""Choosing topics, with and without a log-in."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from intake.actions.publish_catalogue import publish_catalogue
from intake.catalogue.queries import catalogue_of, current_release
from intake.questionnaire.definition import Catalogue
from intake.submissions.models import Draft
from intake.wizard.choice import KEY
from portal.accounts.models import User
from tests.intake.wizard.factories import draft_of, one, soup, url, words
from tests.portal.accounts.factories import digid_resident, sign_in

pytestmark = pytest.mark.django_db
START, BEGIN = "/intake/", "/intake/beginnen/"
AFTER_A_FALL = (
    "huishoudelijke-hulp",
    "woningaanpassing",
    "vervoer-en-hulpmiddelen",
    "begeleiding-en-dagbesteding",
)


def starter() -> Catalogue:
    """What is published."""
    return catalogue_of(current_release().id)


def with_another_topic(catalogue: Catalogue) -> Catalogue:
    """The same catalogue with one topic more, "proef"."""
    topic = replace(catalogue.topics[0], key="proef", name="Proef", questions=(), conditional=())
    [first, *others] = catalogue.recipients
    reader = replace(first, topics=(*first.topics, "proef"))
    return replace(catalogue, topics=(*catalogue.topics, topic), recipients=(reader, *others))


def publish(catalogue: Catalogue) -> None:
    """Publish another catalogue."""
    publish_catalogue(catalogue=catalogue, now=timezone.now())


def test_emergency_comes_before_anything(client: Client) -> None:
    main = one(soup(client.get(START)), "main")

    assert "112" in words(one(main, ".emergency"))
    assert main.find(class_="emergency").sourceline < main.find("h1").sourceline  # type: ignore[union-attr, operator]
    assert one(soup(client.get(START)), "[data-quick-exit]")


def test_a_link_with_topics_replaces_an_earlier_choice(client: Client) -> None:
    client.post(START, {"onderwerp": ["jeugdhulp"], "action": "look"})
    page = soup(client.get(f"{START}?onderwerp=schuldhulp"))
    kept = soup(client.get(START))

    assert [box["value"] for box in page.select("input[name=onderwerp][checked]")] == ["schuldhulp"]
    assert [box["value"] for box in kept.select("input[name=onderwerp][checked]")] == ["jeugdhulp"]


def test_every_topic_can_be_ticked_and_says_what_it_is(client: Client) -> None:
    page = soup(client.get(START))
    boxes = page.select("input[type=checkbox][name=onderwerp]")

    assert len(boxes) == 15
    assert all(page.find(id=box["aria-describedby"]) for box in boxes)
    assert {words(each) for each in page.select("fieldset h2")} == {
        "Hulp thuis, zorg en vervoer",
        "Geld en schulden",
        "Kinderen en school",
        "Meedoen en leren in Nederland",
    }


def test_the_search_form_takes_words_along_to_what_explains_them(client: Client) -> None:
    form = one(soup(client.get(START)), "main form[role=search]")
    typed = one(form, "input[name=q]")

    assert form["method"] == "get"
    assert one(form, f"label[for={typed['id']}]")
    found = client.get(str(form["action"]), {"q": "huur niet betalen"})
    assert found.status_code == 200
    assert one(soup(found), "main input[name=q]")["value"] == "huur niet betalen"


def test_an_address_may_preselect(client: Client) -> None:
    page = soup(client.get(START, {"onderwerp": ["schuldhulp", "jeugdhulp"]}))

    ticked = [box["value"] for box in page.select("input[name=onderwerp][checked]")]
    assert set(ticked) == {"schuldhulp", "jeugdhulp"}
    assert "intake_choice" not in client.session


def test_what_was_chosen_comes_first_and_the_list_waits_in_the_same_form(client: Client) -> None:
    page = soup(client.get(START, {"onderwerp": ["schuldhulp", "jeugdhulp"]}))

    main = one(page, "main")
    assert words(one(main, "h1")) == "U heeft gekozen"
    chosen = [str(each["data-topic"]) for each in main.select("[data-topic]")]
    assert sorted(chosen) == ["jeugdhulp", "schuldhulp"]
    on = one(main, "button[value=begin]")
    fold = one(main, "form details:has(input[name=onderwerp])")
    assert on.sourceline < fold.sourceline  # type: ignore[operator]
    assert on.find_parent("form") is fold.find_parent("form")
    assert not fold.has_attr("open")
    assert len(fold.select("input[type=checkbox][name=onderwerp]")) == 15


def test_nobody_begins_before_it_says_how_long_it_takes(client: Client) -> None:
    page = soup(client.get(START))

    assert [each["value"] for each in page.select("main button[name=action]")] == ["look"]
    overview = client.post(START, {"onderwerp": ["schuldhulp"], "action": "look"}, follow=True)
    assert "minuten" in words(one(soup(overview), "#overview"))
    assert one(soup(overview), "main button[value=begin]")


def test_an_unknown_topic_is_left_out_with_a_word(client: Client) -> None:
    page = soup(client.get(START, {"onderwerp": ["schuldhulp", "hoofdpijn"]}))

    assert "Wij kennen een onderwerp niet" in words(one(page, "main"))
    assert "hoofdpijn" not in words(page)
    assert one(page, "input[name=onderwerp][checked]")["value"] == "schuldhulp"


def test_it_says_beforehand_what_is_asked_and_who_sees_it(client: Client) -> None:
    page = soup(client.post(START, {"onderwerp": AFTER_A_FALL, "action": "look"}, follow=True))

    expectation = words(one(page, "#overview"))
    assert "34 vragen in plaats van 62" in expectation
    assert "Stichting Sociaal Team Zeventerpen" in expectation
    assert "Papieren die helpen" in expectation


def test_choosing_nothing_is_said_at_the_boxes(client: Client) -> None:
    page = soup(client.post(START, {"action": "begin"}, follow=True))

    assert words(one(page, "title")).startswith("Fout:")
    link = one(page, "[data-error-summary] a")
    assert page.find(id=str(link["href"])[1:])["name"] == "onderwerp"  # type: ignore[index]


def test_a_choice_outlives_the_log_in(client: Client) -> None:
    response = client.post(START, {"onderwerp": ["bijstandsuitkering"], "action": "begin"})
    assert response["Location"] == BEGIN
    to_log_in = client.get(BEGIN)
    assert to_log_in["Location"] == f"{reverse('account_login')}?next={BEGIN}"
    session = client.session
    session[KEY] = {**session[KEY], "at": (timezone.now() - timedelta(days=1)).isoformat()}
    session.save()

    user = digid_resident()
    sign_in(client, user, digid=True)
    response = client.get(BEGIN)

    draft = Draft.objects.get(owner=user)
    chosen = draft.topics.get()
    assert response["Location"] == url("tasks", draft)
    assert chosen.topic == "bijstandsuitkering"
    assert chosen.chosen_at < timezone.now() - timedelta(hours=23)
    assert KEY not in client.session


def test_beginning_without_a_choice_changes_nothing(client: Client, resident: User) -> None:
    response = client.get(BEGIN)

    assert response["Location"] == START
    assert not Draft.objects.exists()


def test_an_open_intake_is_offered_first(client: Client, resident: User) -> None:
    draft = draft_of(resident, "schuldhulp")

    page = soup(client.get(START))

    assert one(page, f".drafts a[href='{url('tasks', draft)}']")


def test_topics_that_are_there_already_lead_to_that_intake(client: Client, resident: User) -> None:
    draft = draft_of(resident, "schuldhulp", "jeugdhulp")

    client.post(START, {"onderwerp": ["schuldhulp"]})
    response = client.get(BEGIN)

    assert response["Location"] == url("tasks", draft)
    assert Draft.objects.count() == 1


@pytest.mark.parametrize(("told", "drafts"), [("joined", 1), ("new", 2)])
def test_new_topics_join_the_open_intake_or_not(
    client: Client, resident: User, told: str, drafts: int
) -> None:
    draft = draft_of(resident, "schuldhulp")
    client.post(START, {"onderwerp": ["jeugdhulp"]})

    question = soup(client.get(BEGIN))
    buttons = {str(button["value"]) for button in question.select("button[name=intake]")}
    assert buttons == {str(draft.id), "new"}
    client.post(BEGIN, {"intake": str(draft.id) if told == "joined" else "new"})

    assert Draft.objects.count() == drafts
    topics = {each.topic for each in draft.topics.all()}
    assert topics == ({"schuldhulp", "jeugdhulp"} if told == "joined" else {"schuldhulp"})


def test_somebody_elses_intake_cannot_be_joined(client: Client, resident: User) -> None:
    theirs = draft_of(digid_resident(bsn="999990111"), "schuldhulp")
    draft_of(resident, "schuldhulp")
    client.post(START, {"onderwerp": ["jeugdhulp"]})

    client.post(BEGIN, {"intake": str(theirs.id)})

    assert theirs.topics.count() == 1


def test_a_topic_that_is_newer_than_the_open_intake_is_begun_separately(
    client: Client, resident: User
) -> None:
    draft = draft_of(resident, "schuldhulp")
    publish(with_another_topic(starter()))
    client.post(START, {"onderwerp": ["proef"]})

    page = soup(client.post(BEGIN, {"intake": str(draft.id)}, follow=True))

    assert "Begin apart" in words(page)
    assert one(page, "button[name=intake][value=new]")
    assert draft.topics.count() == 1


def test_a_topic_that_is_gone_after_the_log_in_is_left_out(client: Client, resident: User) -> None:
    before = starter()
    publish(with_another_topic(before))
    client.post(START, {"onderwerp": ["schuldhulp", "proef"]})
    publish(before)

    client.get(BEGIN)

    assert {each.topic for each in Draft.objects.get().topics.all()} == {"schuldhulp"}
