"""What editors may do, and what they see before they publish."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.forms import modelform_factory
from django.test import Client, RequestFactory
from wagtail.models import Page, Workflow

from cms.models import TopicPage
from cms.topics import TopicPageForm
from tests.cms.factories import home_page, municipality_data, publish_catalogue, topic_page
from tests.cms.outline import Outline


def member(group: str) -> Any:
    user = get_user_model().objects.create_user(
        f"{group}@hoogterp.example".lower(), kind="staff", is_staff=True
    )
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.mark.parametrize(("group", "publishes"), [("Redacteuren", False), ("Beheerders", True)])
def test_editors_write_and_managers_publish(db: None, group: str, *, publishes: bool) -> None:
    page = topic_page(home_page())
    rights = page.permissions_for_user(member(group))
    assert rights.can_edit()
    assert rights.can_publish() is publishes


@pytest.mark.parametrize(("group", "may"), [("Redacteuren", False), ("Beheerders", True)])
def test_only_managers_change_the_municipality(db: None, group: str, *, may: bool) -> None:
    assert member(group).has_perm("cms.change_municipalitydata") is may


def test_a_page_goes_past_a_manager_by_default(db: None) -> None:
    page = topic_page(home_page())
    assert page.get_workflow() == Workflow.objects.get(name="Controle door een beheerder")
    assert page.permissions_for_user(member("Redacteuren")).can_submit_for_moderation()


def test_a_draft_can_be_previewed_as_a_resident_sees_it(db: None) -> None:
    municipality_data()
    page = topic_page(home_page())
    page.title = "Hulp bij schulden"
    request = RequestFactory(headers={"host": "localhost"}).get("/")
    response = page.make_preview_request(request, page.default_preview_mode)
    assert response.status_code == 200
    assert "Hulp bij schulden" in response.content.decode()


def topic_form(page: TopicPage, **data: str) -> TopicPageForm:
    form_class: Any = modelform_factory(TopicPage, form=TopicPageForm, fields=["topic_key"])
    form: TopicPageForm = form_class(data, instance=page, parent_page=page.get_parent())
    return form


def test_an_editor_chooses_the_topic_by_its_name(client: Client) -> None:
    publish_catalogue()
    form = topic_form(topic_page(home_page()))
    assert ("schuldhulp", "Schuldhulp") in list(form.fields["topic_key"].widget.choices)


@pytest.mark.parametrize("key", ["schuldhulp", "bestaat-niet"])
def test_a_page_tells_of_one_topic_that_exists(db: None, key: str) -> None:
    publish_catalogue()
    home = home_page()
    topic_page(home)
    second = topic_page(home, slug="nog-een", topic_key="jeugdhulp")
    assert set(topic_form(second, topic_key=key).errors) == {"topic_key"}


def test_a_page_may_keep_its_topic(db: None) -> None:
    publish_catalogue()
    assert topic_form(topic_page(home_page()), topic_key="schuldhulp").is_valid()


def test_every_page_has_a_day_to_be_read_again(db: None) -> None:
    fields = {
        panel.field_name for panel in TopicPage.settings_panels if hasattr(panel, "field_name")
    }
    assert "review_on" in fields


def test_the_root_shows_nothing_by_itself(client: Client) -> None:
    home_page()
    assert Page.objects.filter(depth=1).exists()
    assert Outline(client.get("/bestaat-niet/").content.decode()).skips_no_level
