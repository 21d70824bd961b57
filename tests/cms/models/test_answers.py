"""One answer for every channel, and the part of it that only colleagues read."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.forms import modelform_factory
from django.http import HttpRequest
from django.test import Client, RequestFactory
from wagtail.models import PageViewRestriction

from cms import page_cache
from cms.models import AnswerPage
from cms.models.answers import AS_A_COLLEAGUE, AS_A_RESIDENT, AnswerPageForm
from tests.cms.colleagues import colleague, sign_in
from tests.cms.factories import (
    answer_page,
    answers_page,
    home_page,
    municipality_data,
    publish_catalogue,
    topic_page,
)
from tests.cms.outline import Outline
from tests.portal.accounts import factories as accounts

SECRET = "Verbind door met balie 3."


def request_of(user: Any, *, with_session: bool = True) -> HttpRequest:
    request = RequestFactory(headers={"host": "localhost"}).get("/")
    request.user = user
    if with_session:
        request.COOKIES[settings.SESSION_COOKIE_NAME] = "een-sessie"
    return request


def test_nobody_without_a_session_gets_the_internal_part(client: Client) -> None:
    answer_page(answers_page(home_page()))
    response = client.get("/vragen/kost-schuldhulp-geld/")
    assert "Wij helpen u." in response.content.decode()
    assert SECRET not in response.content.decode()


def test_an_answer_that_says_to_call_first_gives_the_number_and_no_start(client: Client) -> None:
    municipality_data(opening_hours="Elke dag van 0.00 tot 24.00 uur")
    answer_page(answers_page(home_page()), call_first=True)
    response = client.get("/vragen/kost-schuldhulp-geld/")
    outline = Outline(response.content.decode())
    assert "tel:140999" in outline.links
    assert "Bel nu: 14 0999" in response.text
    assert "/intake/?onderwerp=schuldhulp" not in outline.links
    assert not getattr(response, page_cache.MARK, False), "who answers now changes by the hour"


def test_other_answers_are_kept_and_tell_nobody_to_call(client: Client) -> None:
    municipality_data()
    answer_page(answers_page(home_page()))
    response = client.get("/vragen/kost-schuldhulp-geld/")
    assert "data-call-first" not in response.text
    assert getattr(response, page_cache.MARK, False)


@pytest.mark.parametrize(
    ("topics", "start"),
    [
        (["schuldhulp"], "/intake/?onderwerp=schuldhulp"),
        (["schuldhulp", "jeugdhulp"], "/intake/?onderwerp=schuldhulp&amp;onderwerp=jeugdhulp"),
        ([], None),
        (["schuldhulp", "jeugdhulp", "inburgering", "beschermd-wonen"], None),
    ],
)
def test_an_answer_about_few_topics_starts_them(
    client: Client, db: None, topics: list[str], start: str | None
) -> None:
    answer_page(answers_page(home_page()), topic_keys=topics)
    html = client.get("/vragen/kost-schuldhulp-geld/").content.decode()
    if start:
        assert f'href="{start}"' in html
    else:
        assert "start-panel" not in html


@pytest.mark.parametrize("who", ["visitor", "resident", "staff without a group"])
def test_who_may_not_enter_the_admin_gets_no_internal_part(db: None, who: str) -> None:
    page = answer_page(answers_page(home_page()))
    make: dict[str, Callable[[], Any]] = {
        "visitor": AnonymousUser,
        "resident": accounts.resident,
        "staff without a group": colleague,
    }
    request = request_of(make[who]())
    assert not page.get_context(request)["internal"]


@pytest.mark.parametrize("group", ["Redacteuren", "Beheerders"])
def test_colleagues_read_the_internal_part_and_no_cache_keeps_it(
    client: Client, group: str
) -> None:
    answer_page(answers_page(home_page()))
    sign_in(client, colleague(group))
    response = client.get("/vragen/kost-schuldhulp-geld/")
    assert SECRET in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(("mode", "shown"), [(AS_A_RESIDENT, False), (AS_A_COLLEAGUE, True)])
def test_an_editor_previews_both(db: None, mode: str, *, shown: bool) -> None:
    page = answer_page(answers_page(home_page()))
    context = page.get_preview_context(request_of(colleague("Redacteuren")), mode)
    assert bool(context["internal"]) is shown


def test_the_internal_part_is_in_no_search_index(db: None) -> None:
    page = answer_page(answers_page(home_page()))
    indexed = [field.field_name for field in AnswerPage.search_fields]
    assert {"answer", "keywords", "search_description"} <= set(indexed)
    assert "internal" not in indexed
    assert SECRET not in str(page.get_indexed_objects().model.search_fields)


def test_a_topic_page_lists_its_answers_and_they_lead_back(client: Client) -> None:
    home = home_page()
    topic_page(home)
    answers = answers_page(home)
    answer_page(answers)
    answer_page(answers, slug="iets-anders", topic_keys=["jeugdhulp"])
    answer_page(answers, slug="nog-niet", live=False)
    links = Outline(client.get("/schuldhulp/").content.decode()).links
    assert [link for link in links if "/vragen/" in link] == ["/vragen/kost-schuldhulp-geld/"]
    answer = Outline(client.get("/vragen/kost-schuldhulp-geld/").content.decode())
    assert "/schuldhulp/" in answer.links
    assert answer.skips_no_level


def test_a_topic_whose_key_is_only_part_of_another_has_its_own_answers(db: None) -> None:
    home = home_page()
    topic = topic_page(home, topic_key="hulp")
    answers = answers_page(home)
    answer_page(answers, topic_keys=["schuldhulp", "jeugdhulp"])
    answer_page(answers, slug="eigen", title="Welke hulp?", topic_keys=["jeugdhulp", "hulp"])
    assert [(link.title, link.url) for link in topic.answers()] == [
        ("Welke hulp?", "/vragen/eigen/")
    ]


def test_a_private_answer_is_in_no_list(client: Client) -> None:
    home = home_page()
    topic_page(home)
    page = answer_page(answers_page(home))
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    for path in ("/schuldhulp/", "/vragen/"):
        assert page.title not in client.get(path).content.decode()
    assert client.get("/vragen/kost-schuldhulp-geld/").status_code == 302


def test_all_answers_stand_under_their_topics(client: Client) -> None:
    publish_catalogue()
    answers = answers_page(home_page())
    answer_page(answers, topic_keys=["schuldhulp", "bijzondere-bijstand"])
    answer_page(answers, slug="inloggen", title="Hoe log ik in?", topic_keys=[])
    outline = Outline(client.get("/vragen/").content.decode())
    assert outline.links.count("/vragen/kost-schuldhulp-geld/") == 2
    assert outline.links.count("/vragen/inloggen/") == 1
    assert outline.skips_no_level


def form_of(**data: Any) -> AnswerPageForm:
    fields = ["search_description", "topic_keys"]
    form_class: Any = modelform_factory(AnswerPage, form=AnswerPageForm, fields=fields)
    form: AnswerPageForm = form_class(data, instance=AnswerPage())
    return form


def test_an_editor_chooses_topics_that_exist_or_none(db: None) -> None:
    publish_catalogue()
    given = {"search_description": "Nee."}
    assert form_of(**given).is_valid()
    chosen = form_of(**given, topic_keys=["schuldhulp"])
    assert chosen.is_valid()
    assert chosen.save(commit=False).topic_keys == ["schuldhulp"]
    assert set(form_of(**given, topic_keys=["bestaat-niet"]).errors) == {"topic_keys"}


def test_an_answer_has_its_one_sentence(db: None) -> None:
    assert set(form_of().errors) == {"search_description"}
