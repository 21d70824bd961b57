"""Editors teach search the words of residents."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from cms.models import SearchSynonym
from cms.search import data
from tests.cms.factories import home_page, topic_page


def results(query: str) -> list[str]:
    response = Client().get(reverse("search"), {"q": query})
    return [result.url for result in response.context["found"].results]


def test_a_word_that_an_editor_adds_is_understood_at_once(
    db: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    topic_page(home_page())
    assert results("platzak") == []
    with django_capture_on_commit_callbacks(execute=True):
        row = SearchSynonym.objects.create(say="platzak\nop zwart zaad", means="schuldhulp")
    assert results("ik zit op zwart zaad") == ["/schuldhulp/"]
    with django_capture_on_commit_callbacks(execute=True):
        row.delete()
    assert results("platzak") == []


@pytest.mark.parametrize("group", ["Redacteuren", "Beheerders"])
def test_editors_and_managers_may(db: None, group: str) -> None:
    user = get_user_model().objects.create_user("x@hoogterp.example", kind="staff", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    assert user.has_perms([f"cms.{verb}_searchsynonym" for verb in ("add", "change", "delete")])


def test_words_stand_one_on_each_line() -> None:
    with pytest.raises(ValidationError):
        SearchSynonym(say="blut, platzak", means="schuldhulp").clean_fields()


def test_the_list_that_comes_along_is_whole() -> None:
    rows = data.synonyms()
    assert len(rows) > 40
    assert all(row.say and row.means for row in rows)
    assert all(isinstance(text, str) and text for row in rows for text in (*row.say, *row.means))
